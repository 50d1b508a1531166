namespace DeploymentRouter.Decisions.Text;

// Never leaves FormulaText: it carries the sentence from the depth of the reader to TryParse.
internal sealed class TextFault(string message) : Exception(message);
