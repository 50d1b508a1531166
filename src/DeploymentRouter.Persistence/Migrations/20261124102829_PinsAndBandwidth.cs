using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeploymentRouter.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PinsAndBandwidth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Answers",
                table: "Requests",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "DeclineReason",
                table: "Requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedAt",
                table: "Requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RowId",
                table: "Requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SettledAt",
                table: "Requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PinReason",
                table: "Queues",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PinnedAt",
                table: "Queues",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PinnedByName",
                table: "Queues",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Bandwidths",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Requests = table.Column<int>(type: "INTEGER", nullable: true),
                    ById = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bandwidths", x => x.Id);
                });

            // What is in the histories already; every later write says it more exactly.
            migrationBuilder.Sql(
                """
                UPDATE Requests SET
                    (RowId, Answers) = (
                        SELECT json_extract(h.What, '$.decision.rowId'), COALESCE(json_extract(h.What, '$.decision.answers'), '{}')
                        FROM History h
                        WHERE h.RequestId = Requests.Id AND json_extract(h.What, '$.kind') IN ('opened', 'answers-changed')
                        ORDER BY h.Number DESC LIMIT 1),
                    DeclineReason = (
                        SELECT json_extract(h.What, '$.reasonCode')
                        FROM History h
                        WHERE h.RequestId = Requests.Id AND json_extract(h.What, '$.kind') = 'declined'
                        ORDER BY h.Number DESC LIMIT 1),
                    EndedAt = CASE WHEN State IN ('Delivered', 'Withdrawn') THEN ChangedAt END,
                    SettledAt = CASE WHEN State IN ('Delivered', 'Withdrawn', 'Declined') THEN ChangedAt END
                WHERE EXISTS (SELECT 1 FROM History h WHERE h.RequestId = Requests.Id);
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Requests_RowId_SettledAt",
                table: "Requests",
                columns: new[] { "RowId", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Bandwidths_TeamId_Id",
                table: "Bandwidths",
                columns: new[] { "TeamId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Bandwidths");

            migrationBuilder.DropIndex(
                name: "IX_Requests_RowId_SettledAt",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Answers",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "DeclineReason",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "RowId",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "SettledAt",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "PinReason",
                table: "Queues");

            migrationBuilder.DropColumn(
                name: "PinnedAt",
                table: "Queues");

            migrationBuilder.DropColumn(
                name: "PinnedByName",
                table: "Queues");
        }
    }
}
