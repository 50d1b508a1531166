// Each test has the machine to itself: it runs a server and a browser already, and some count milliseconds.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
