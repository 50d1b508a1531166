using DeploymentRouter.Core.People;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Somebody to sign in as while the installation is tried out.</summary>
/// <param name="Role">What the person is, as a colleague would say it.</param>
/// <param name="Does">One sentence: what there is to do here for this person.</param>
public sealed record DemoPerson(Person Person, string Role, string Does);

/// <summary>The invented people of Development: one for each role, and a second CE and IE to share and appeal requests with.</summary>
public static class DemoPeople
{
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        Of("wren-lanternby", "Wren Lanternby", "ce", "Customer engineer", "Answers what is known about a customer and sends the request on its way."),
        Of("otis-fernhollow", "Otis Fernhollow", "ce", "Customer engineer", "Shares requests with Wren, and decides her appeals."),
        Of("juniper-goldfinch", "Juniper Goldfinch", "sales", "Account executive", "Follows accounts: who has them, since when, and until when."),
        Of("skye-nimbus", "Skye Nimbus", "cloud", "Cloud engineer", "Gives the Cloud verdict and provisions instances."),
        Of("bram-copperkettle", "Bram Copperkettle", "ie", "Implementation engineer", "Qualifies requests and builds on Kubernetes."),
        Of("tansy-ironbark", "Tansy Ironbark", "ie", "Implementation engineer", "Shares the queue with Bram, and decides appeals against him."),
        Of("felix-plumbline", "Felix Plumbline", "tpm", "Implementation project manager", "Plans the project and hands it over when it is done."),
        Of("hazel-evergreen", "Hazel Evergreen", "tam", "Technical account manager", "Takes over live customers and watches them grow."),
        new(new Person("quill-mossgate", "Quill Mossgate", "", IsAdmin: true), "Administrator", "Looks after the installation and the playbook."),
    ];

    public static DemoPerson? Find(string? id) => All.FirstOrDefault(p => string.Equals(p.Person.Id, id, StringComparison.Ordinal));

    private static DemoPerson Of(string id, string name, string team, string role, string does) => new(new Person(id, name, team, IsAdmin: false), role, does);
}
