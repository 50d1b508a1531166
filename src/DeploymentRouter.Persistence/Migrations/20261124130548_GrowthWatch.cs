using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeploymentRouter.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class GrowthWatch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_UnsentTexts_Requests_RequestId",
                table: "UnsentTexts");

            migrationBuilder.DropIndex(
                name: "IX_UnsentTexts_RequestId",
                table: "UnsentTexts");

            migrationBuilder.AlterColumn<string>(
                name: "Facts",
                table: "Growth",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AddColumn<bool>(
                name: "IsEngaged",
                table: "Growth",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsWatched",
                table: "Growth",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "WatcherId",
                table: "Growth",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Projections",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Projections", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Growth_IsWatched_WatcherId",
                table: "Growth",
                columns: new[] { "IsWatched", "WatcherId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Projections");

            migrationBuilder.DropIndex(
                name: "IX_Growth_IsWatched_WatcherId",
                table: "Growth");

            migrationBuilder.DropColumn(
                name: "IsEngaged",
                table: "Growth");

            migrationBuilder.DropColumn(
                name: "IsWatched",
                table: "Growth");

            migrationBuilder.DropColumn(
                name: "WatcherId",
                table: "Growth");

            migrationBuilder.AlterColumn<string>(
                name: "Facts",
                table: "Growth",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnsentTexts_RequestId",
                table: "UnsentTexts",
                column: "RequestId");

            migrationBuilder.AddForeignKey(
                name: "FK_UnsentTexts_Requests_RequestId",
                table: "UnsentTexts",
                column: "RequestId",
                principalTable: "Requests",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
