using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeploymentRouter.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    IsAdmin = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmissionKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    CustomerKey = table.Column<string>(type: "TEXT", nullable: false),
                    OpportunityKey = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Engagement = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NeededBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StrategyId = table.Column<string>(type: "TEXT", nullable: true),
                    IsOverridden = table.Column<bool>(type: "INTEGER", nullable: false),
                    StageId = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", nullable: false),
                    StageStartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OwnerTeamId = table.Column<string>(type: "TEXT", nullable: true),
                    OfferedToTeamId = table.Column<string>(type: "TEXT", nullable: true),
                    AssigneeId = table.Column<string>(type: "TEXT", nullable: true),
                    AssigneeName = table.Column<string>(type: "TEXT", nullable: true),
                    ClockFrom = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DueOrder = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueIsEstimate = table.Column<bool>(type: "INTEGER", nullable: false),
                    HoldUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    PriorityPoints = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedById = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedByName = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Requests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Follows",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Follows", x => new { x.PersonId, x.RequestId });
                    table.ForeignKey(
                        name: "FK_Follows_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    ByTeamId = table.Column<string>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => new { x.RequestId, x.Number });
                    table.ForeignKey(
                        name: "FK_History_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Queues",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ask = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Says = table.Column<string>(type: "TEXT", nullable: false),
                    StageId = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AssigneeId = table.Column<string>(type: "TEXT", nullable: true),
                    IsHeld = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Queues", x => new { x.TeamId, x.RequestId });
                    table.ForeignKey(
                        name: "FK_Queues_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnsentTexts",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnsentTexts", x => new { x.PersonId, x.RequestId, x.Field });
                    table.ForeignKey(
                        name: "FK_UnsentTexts_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_OwnerId_RequestId_ChangedAt",
                table: "Drafts",
                columns: new[] { "OwnerId", "RequestId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Follows_RequestId",
                table: "Follows",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_People_TeamId_Name",
                table: "People",
                columns: new[] { "TeamId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_Queues_AssigneeId_Order",
                table: "Queues",
                columns: new[] { "AssigneeId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Queues_RequestId",
                table: "Queues",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Queues_TeamId_Ask_Order",
                table: "Queues",
                columns: new[] { "TeamId", "Ask", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Queues_TeamId_AssigneeId_Order",
                table: "Queues",
                columns: new[] { "TeamId", "AssigneeId", "Order" });

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

            migrationBuilder.CreateIndex(
                name: "IX_Queues_TeamId_StageId_Order",
                table: "Queues",
                columns: new[] { "TeamId", "StageId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_CustomerKey_Id",
                table: "Requests",
                columns: new[] { "CustomerKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_Number",
                table: "Requests",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Requests_OpenedById_ChangedAt",
                table: "Requests",
                columns: new[] { "OpenedById", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_OpportunityKey",
                table: "Requests",
                column: "OpportunityKey");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_ChangedAt_Number",
                table: "Requests",
                columns: new[] { "State", "ChangedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_CustomerKey_Number",
                table: "Requests",
                columns: new[] { "State", "CustomerKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_DueOrder_Number",
                table: "Requests",
                columns: new[] { "State", "DueOrder", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_OpenedAt_Number",
                table: "Requests",
                columns: new[] { "State", "OpenedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_OwnerTeamId_ChangedAt_Number",
                table: "Requests",
                columns: new[] { "State", "OwnerTeamId", "ChangedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_OwnerTeamId_CustomerKey_Number",
                table: "Requests",
                columns: new[] { "State", "OwnerTeamId", "CustomerKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_OwnerTeamId_DueOrder_Number",
                table: "Requests",
                columns: new[] { "State", "OwnerTeamId", "DueOrder", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_OwnerTeamId_OpenedAt_Number",
                table: "Requests",
                columns: new[] { "State", "OwnerTeamId", "OpenedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_StageId_ChangedAt_Number",
                table: "Requests",
                columns: new[] { "State", "StageId", "ChangedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_StageId_CustomerKey_Number",
                table: "Requests",
                columns: new[] { "State", "StageId", "CustomerKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_StageId_DueOrder_Number",
                table: "Requests",
                columns: new[] { "State", "StageId", "DueOrder", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_StageId_OpenedAt_Number",
                table: "Requests",
                columns: new[] { "State", "StageId", "OpenedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_StrategyId_ChangedAt_Number",
                table: "Requests",
                columns: new[] { "State", "StrategyId", "ChangedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_StrategyId_CustomerKey_Number",
                table: "Requests",
                columns: new[] { "State", "StrategyId", "CustomerKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_StrategyId_DueOrder_Number",
                table: "Requests",
                columns: new[] { "State", "StrategyId", "DueOrder", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_StrategyId_OpenedAt_Number",
                table: "Requests",
                columns: new[] { "State", "StrategyId", "OpenedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_SubmissionKey",
                table: "Requests",
                column: "SubmissionKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnsentTexts_RequestId",
                table: "UnsentTexts",
                column: "RequestId");

            // Customer names by word and beginning of word; the row id is the request's number.
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE RequestSearch USING fts5(Customer, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE RequestSearch;");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Follows");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Queues");

            migrationBuilder.DropTable(
                name: "UnsentTexts");

            migrationBuilder.DropTable(
                name: "Requests");
        }
    }
}
