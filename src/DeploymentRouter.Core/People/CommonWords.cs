namespace DeploymentRouter.Core.People;

/// <summary>What passwords are made of when they are made in a hurry, and the names this application goes by.</summary>
internal static class CommonWords
{
    /// <summary>Lower case, letters unless digits are part of the habit.</summary>
    public static IReadOnlyList<string> All { get; } =
        """
        password passwort passwd passcode passphrase pass word login logon signin secret access admin administrator root user guest default changeme
        change letmein welcome hello open sesame temp temporary test testing tester demo example sample system server service company office work
        business corporate internet network computer laptop windows linux apple google microsoft android iphone samsung monday tuesday wednesday
        thursday friday saturday sunday january february march april june july august september october november december spring summer autumn
        winter season morning evening night today tomorrow love lovely loveyou iloveyou angel baby babygirl princess prince queen king sunshine
        moonlight rainbow flower rose daisy jasmine heart happy smile lucky forever friend friends family mother father brother sister football
        soccer baseball basketball hockey tennis golf sport champion player winner liverpool arsenal chelsea barcelona madrid juventus dragon tiger
        lion monkey panda eagle falcon wolf bear horse kitty puppy chicken banana cherry orange lemon pepper ginger cookie chocolate coffee cheese
        master shadow hunter ranger killer ninja warrior wizard knight soldier pirate batman superman spiderman starwars pokemon naruto matrix
        phoenix mustang ferrari porsche mercedes harley michael jennifer jessica daniel thomas robert jordan andrew charlie matthew ashley amanda
        nicole samantha anthony joshua william george maggie buster freedom whatever trustno trust nothing something please thankyou jesus christ
        heaven blessed purple yellow silver golden black white green blue diamond crystal money dollar bitcoin million rich power music guitar piano
        gamer gaming minecraft fortnite qwerty qwertz azerty asdf zxcv qazwsx abcdef abc123 hunter2 correct correcthorsebatterystaple london paris
        berlin munich zurich europe america germany france canada mexico deploymentrouter deployment deploy router routing request queue customer
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
