using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeploymentRouter.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Turns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LastAssignedAt",
                table: "Members");

            migrationBuilder.CreateTable(
                name: "Turns",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Turns", x => new { x.RequestId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_Turns_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Turns_PersonId_At",
                table: "Turns",
                columns: new[] { "PersonId", "At" });

            // Who got what first, as far as it was not taken back.
            migrationBuilder.Sql("""
                INSERT INTO Turns (RequestId, PersonId, At)
                SELECT RequestId, json_extract(What, '$.to.personId'), MIN(At) FROM History AS h
                WHERE json_extract(What, '$.kind') = 'assigned' AND json_extract(What, '$.to.personId') IS NOT NULL
                  AND NOT EXISTS (
                    SELECT 1 FROM History AS u WHERE u.RequestId = h.RequestId AND u.Number > h.Number
                      AND json_extract(u.What, '$.kind') = 'undone' AND json_extract(u.What, '$.firstEntry') <= h.Number)
                GROUP BY RequestId, json_extract(What, '$.to.personId');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Turns");

            migrationBuilder.AddColumn<DateTime>(
                name: "LastAssignedAt",
                table: "Members",
                type: "TEXT",
                nullable: true);
        }
    }
}
