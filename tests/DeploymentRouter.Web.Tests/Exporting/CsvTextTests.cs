using System.Globalization;
using CsvHelper;
using DeploymentRouter.Web.Exporting;

namespace DeploymentRouter.Web.Tests.Exporting;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"https://evil.example\",\"x\")", "\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("Orrery, Daughters & \"Sons\"", "\"Orrery, Daughters & \"\"Sons\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_cell_is_a_text_and_never_a_formula(string? text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Fact]
    public void What_is_written_is_read_back_cell_by_cell()
    {
        string[] cells = ["a,b", "c\"d", "e\r\nf", "", "g;h", "ß ✓"];
        using var csv = new CsvReader(new StringReader(CsvText.Line(cells)), CultureInfo.InvariantCulture);

        csv.Read();

        Assert.Equal(cells, csv.Parser.Record);
    }
}
