namespace DeploymentRouter.Web.DemoData;

/// <summary>Which way an invented customer goes.</summary>
internal enum DemoWay
{
    Cloud,
    CloudWaiting,
    OneClick,
    JointlyManaged,
    OneClickIntoJointlyManaged,
    CloudVerdictOpen,
    ImageVerdictOpen,
    HalfAnswered,
}

/// <summary>What happens to an invented customer at the stage where its story stops.</summary>
internal enum DemoTwist
{
    None,
    Untouched,
    Held,
    SentBack,
    Declined,
    Appealed,
    Withdrawn,
    Overridden,
    Returned,
}

/// <summary>An invented customer and how far its request has come; <paramref name="StopAt"/> null: to the end.</summary>
internal sealed record DemoCustomer(string Name, DemoWay Way, string? StopAt, DemoTwist Twist, int Users, int Repositories, DemoGrowth? Growth = null);

/// <summary>Sixty-four customers that exist nowhere.</summary>
internal static class DemoCustomers
{
    public static IReadOnlyList<DemoCustomer> All { get; } =
    [
        new("Anvil & Feather Post", DemoWay.Cloud, null, DemoTwist.None, 420, 1_900),
        new("Bluefinch Mutual", DemoWay.Cloud, null, DemoTwist.None, 3_400, 12_000),
        new("Cindercone Ceramics", DemoWay.Cloud, "set_up", DemoTwist.None, 260, 800),
        new("Dapplewood Furnishings", DemoWay.Cloud, "set_up", DemoTwist.Held, 900, 4_100),
        new("Emberly Observatory", DemoWay.Cloud, "provision", DemoTwist.None, 1_250, 6_300),
        new("Fennimore Toyworks", DemoWay.Cloud, "provision", DemoTwist.Untouched, 700, 2_200),
        new("Glimmerdale Dairies", DemoWay.Cloud, "provision", DemoTwist.None, 12_600, 41_000),
        new("Hollyhock Instruments", DemoWay.Cloud, "cloud_review", DemoTwist.None, 540, 3_000),
        new("Inkwell & Otter", DemoWay.Cloud, "cloud_review", DemoTwist.Untouched, 310, 950),
        new("Jasperline Ferries", DemoWay.Cloud, "cloud_review", DemoTwist.SentBack, 2_050, 7_700),
        new("Kettlebrook Games", DemoWay.Cloud, "managed_instance_request", DemoTwist.None, 190, 600),
        new("Larkspur Lighthouses", DemoWay.Cloud, "managed_instance_request", DemoTwist.None, 880, 2_600),
        new("Moss & Lantern Insurance", DemoWay.CloudWaiting, "managed_instance_request", DemoTwist.None, 14_500, 62_000),
        new("Nettlesea Shipping", DemoWay.CloudWaiting, "cloud_review", DemoTwist.None, 5_600, 21_000),
        new("Opaline Cartography", DemoWay.CloudWaiting, "provision", DemoTwist.Held, 1_700, 5_400),
        new("Pebble & Thistle Bakers", DemoWay.CloudWaiting, "cloud_review", DemoTwist.Withdrawn, 600, 1_100),
        new("Quillfeather Press", DemoWay.OneClick, null, DemoTwist.None, 9_000, 40_000, new(330, 5_900, 7_150, 26_000, 31_500)),
        new("Rookery Street Theatre", DemoWay.OneClick, null, DemoTwist.None, 480, 1_300, new(260, 470, 470, 1_268, 1_268, SilentDays: 47)),
        new("Saltmarsh Energy Co-op", DemoWay.OneClick, null, DemoTwist.None, 16_800, 150_000, new(300, 11_900, 14_300, 131_000, 152_400)),
        new("Tessellate Tiles", DemoWay.OneClick, "hand_over_to_tam", DemoTwist.Untouched, 2_300, 9_000),
        new("Umber & Vale Notaries", DemoWay.OneClick, "hand_over_to_tam", DemoTwist.Returned, 820, 2_500),
        new("Velvet Meridian Railways", DemoWay.OneClick, "hand_over_to_tam", DemoTwist.None, 11_400, 84_000),
        new("Wickerby Gliders", DemoWay.OneClick, "build_production", DemoTwist.None, 1_900, 8_800),
        new("Yarrow & Finch Audio", DemoWay.OneClick, "build_production", DemoTwist.None, 5_100, 17_000),
        new("Zephyr Basin Rail", DemoWay.OneClick, "build_production", DemoTwist.Held, 9_300, 52_000),
        new("Acornshade Media", DemoWay.OneClick, "build_production", DemoTwist.None, 640, 2_000),
        new("Brackenfield Labs", DemoWay.JointlyManaged, null, DemoTwist.None, 18_000, 120_000),
        new("Copperleaf Couriers", DemoWay.JointlyManaged, null, DemoTwist.None, 26_000, 95_000),
        new("Driftwood Ferries", DemoWay.JointlyManaged, "qualification", DemoTwist.None, 1_400, 6_200),
        new("Elderflower Airships", DemoWay.JointlyManaged, "qualification", DemoTwist.None, 31_000, 260_000),
        new("Foxglove Robotics", DemoWay.JointlyManaged, "qualification", DemoTwist.None, 8_600, 70_000),
        new("Gossamer Looms", DemoWay.JointlyManaged, "qualification", DemoTwist.Untouched, 4_700, 14_000),
        new("Halcyon Loom Works", DemoWay.JointlyManaged, "qualification", DemoTwist.Held, 13_000, 88_000),
        new("Ivorybill Telescopes", DemoWay.JointlyManaged, "qualification", DemoTwist.Untouched, 22_500, 240_000),
        new("Juniper Tide Savings", DemoWay.JointlyManaged, "qualification", DemoTwist.Untouched, 45_000, 310_000),
        new("Kiteworthy Toys", DemoWay.JointlyManaged, "qualification", DemoTwist.Untouched, 2_900, 9_900),
        new("Lanternfish Arcade", DemoWay.JointlyManaged, "qualification", DemoTwist.None, 6_400, 33_000),
        new("Marrowbridge Orchards", DemoWay.JointlyManaged, "qualification", DemoTwist.Untouched, 12_400, 130_000),
        new("Northwillow Notes", DemoWay.JointlyManaged, "qualification", DemoTwist.SentBack, 3_800, 26_000),
        new("Orrery & Daughters", DemoWay.JointlyManaged, "qualification", DemoTwist.Declined, 1_100, 3_600),
        new("Pinwheel Aeronautics", DemoWay.JointlyManaged, "qualification", DemoTwist.Appealed, 9_700, 41_200),
        new("Quartzlight Cinema", DemoWay.JointlyManaged, "ie_request", DemoTwist.None, 15_500, 77_000),
        new("Ravenglass Puzzles", DemoWay.JointlyManaged, "ie_request", DemoTwist.None, 2_600, 12_000),
        new("Seaglass Ledgers", DemoWay.JointlyManaged, "kick_off", DemoTwist.None, 19_200, 108_000),
        new("Thimble & Thread", DemoWay.JointlyManaged, "kick_off", DemoTwist.None, 5_900, 23_000),
        new("Undercroft Archives", DemoWay.JointlyManaged, "project_plan", DemoTwist.Untouched, 24_000, 175_000),
        new("Vesper Hill Choir", DemoWay.JointlyManaged, "project_plan", DemoTwist.None, 7_800, 48_000),
        new("Willowisp Lamps", DemoWay.JointlyManaged, "kubernetes_deployment", DemoTwist.None, 28_500, 190_000),
        new("Yellowhammer Maps", DemoWay.JointlyManaged, "kubernetes_deployment", DemoTwist.None, 33_000, 220_000),
        new("Zinnia Water Gardens", DemoWay.JointlyManaged, "hand_over_to_tam", DemoTwist.Untouched, 10_900, 66_000),
        new("Amberjack Submarines", DemoWay.OneClickIntoJointlyManaged, "growth_watch", DemoTwist.None, 45_000, 120_000, new(340, 7_400, 18_650, 31_000, 88_000)),
        new("Barleymow Breweries", DemoWay.OneClickIntoJointlyManaged, "growth_watch", DemoTwist.None, 32_000, 240_000, new(310, 8_100, 13_900, 96_000, 203_600)),
        new("Candlewick Canals", DemoWay.OneClickIntoJointlyManaged, "build_initial_one_click", DemoTwist.None, 27_000, 90_000),
        new("Dovetail Clockmakers", DemoWay.OneClickIntoJointlyManaged, "hand_over_to_tam", DemoTwist.Untouched, 61_000, 400_000),
        new("Evenfall Planetarium", DemoWay.OneClickIntoJointlyManaged, "qualification", DemoTwist.Untouched, 38_000, 280_000),
        new("Featherstone Kites", DemoWay.OneClickIntoJointlyManaged, "kubernetes_deployment", DemoTwist.None, 54_000, 350_000),
        new("Greywacke Quarries", DemoWay.CloudVerdictOpen, null, DemoTwist.None, 3_000, 11_000),
        new("Honeysuckle Radio", DemoWay.CloudVerdictOpen, null, DemoTwist.None, 1_900, 6_500),
        new("Isinglass Optics", DemoWay.ImageVerdictOpen, null, DemoTwist.None, 2_700, 15_000),
        new("Jackdaw & Magpie", DemoWay.HalfAnswered, null, DemoTwist.None, 8_200, 36_000),
        new("Kingfisher Umbrellas", DemoWay.JointlyManaged, "ie_request", DemoTwist.Overridden, 4_400, 19_000),
        new("Marigold Tramways", DemoWay.OneClickIntoJointlyManaged, "growth_watch", DemoTwist.None, 36_000, 150_000, new(280, 5_200, 14_700, 40_000, 71_000)),
        new("Nightjar Observatories", DemoWay.OneClick, null, DemoTwist.None, 19_500, 90_000, new(350, 14_800, 21_400, 61_000, 74_000, Falls: .08)),
        new("Ottersley Mutual", DemoWay.OneClickIntoJointlyManaged, "growth_watch", DemoTwist.None, 28_000, 110_000),
    ];
}
