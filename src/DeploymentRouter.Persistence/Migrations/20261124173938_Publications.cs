using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeploymentRouter.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Publications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Publications",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Utf8 = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Publications", x => x.Number);
                });

            // Which playbook was in force when is part of every decision. Only who is named can change: a person has the right to be forgotten.
            migrationBuilder.Sql("CREATE TRIGGER Publications_are_not_changed BEFORE UPDATE OF Number, Hash, Name, Version, Utf8, Note, At ON Publications BEGIN SELECT RAISE(ABORT, 'Publications are only added to.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER Publications_are_not_removed BEFORE DELETE ON Publications BEGIN SELECT RAISE(ABORT, 'Publications are only added to.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER Publications_are_not_replaced BEFORE INSERT ON Publications WHEN EXISTS (SELECT 1 FROM Publications WHERE Number = NEW.Number) BEGIN SELECT RAISE(ABORT, 'Publications are only added to.'); END;");

            // The rows of every request are made anew once, those of the radar among them.
            migrationBuilder.Sql("DELETE FROM Projections;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Publications");
        }
    }
}
