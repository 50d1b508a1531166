using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeploymentRouter.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LinesWithTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_Queues",
                table: "Queues");

            migrationBuilder.DropIndex(
                name: "IX_Queues_TeamId_DueAt",
                table: "Queues");

            migrationBuilder.DropIndex(
                name: "IX_Queues_TeamId_Order",
                table: "Queues");

            migrationBuilder.DropIndex(
                name: "IX_Queues_TeamId_Since",
                table: "Queues");

            migrationBuilder.AddColumn<DateTime>(
                name: "From",
                table: "Queues",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "Until",
                table: "Queues",
                type: "TEXT",
                nullable: false,
                defaultValue: DateTime.MaxValue);

            migrationBuilder.AddPrimaryKey(
                name: "PK_Queues",
                table: "Queues",
                columns: new[] { "TeamId", "RequestId", "Ask" });

            migrationBuilder.CreateIndex(
                name: "IX_Queues_TeamId_DueAt_From_Until",
                table: "Queues",
                columns: new[] { "TeamId", "DueAt", "From", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Queues_TeamId_Order_From_Until",
                table: "Queues",
                columns: new[] { "TeamId", "Order", "From", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Queues_TeamId_Since_From_Until",
                table: "Queues",
                columns: new[] { "TeamId", "Since", "From", "Until" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_Queues",
                table: "Queues");

            migrationBuilder.DropIndex(
                name: "IX_Queues_TeamId_DueAt_From_Until",
                table: "Queues");

            migrationBuilder.DropIndex(
                name: "IX_Queues_TeamId_Order_From_Until",
                table: "Queues");

            migrationBuilder.DropIndex(
                name: "IX_Queues_TeamId_Since_From_Until",
                table: "Queues");

            migrationBuilder.DropColumn(
                name: "From",
                table: "Queues");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "Queues");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Queues",
                table: "Queues",
                columns: new[] { "TeamId", "RequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_Queues_TeamId_DueAt",
                table: "Queues",
                columns: new[] { "TeamId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Queues_TeamId_Order",
                table: "Queues",
                columns: new[] { "TeamId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Queues_TeamId_Since",
                table: "Queues",
                columns: new[] { "TeamId", "Since" });
        }
    }
}
