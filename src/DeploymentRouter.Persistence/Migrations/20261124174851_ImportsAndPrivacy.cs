using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeploymentRouter.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ImportsAndPrivacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ShutOut",
                columns: table => new
                {
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShutOut", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "UnfinishedImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    IsWhole = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnfinishedImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnfinishedImportPieces",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnfinishedImportPieces", x => new { x.ImportId, x.Number });
                    table.ForeignKey(
                        name: "FK_UnfinishedImportPieces_UnfinishedImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "UnfinishedImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ShutOut");

            migrationBuilder.DropTable(
                name: "UnfinishedImportPieces");

            migrationBuilder.DropTable(
                name: "UnfinishedImports");
        }
    }
}
