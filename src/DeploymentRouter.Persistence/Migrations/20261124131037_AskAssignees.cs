using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeploymentRouter.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AskAssignees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AssigneeName",
                table: "Queues",
                type: "TEXT",
                nullable: true);

            // Until now, who had a line was who had the request.
            migrationBuilder.Sql(
                "UPDATE Queues SET AssigneeName = (SELECT AssigneeName FROM Requests WHERE Requests.Id = Queues.RequestId) WHERE AssigneeId IS NOT NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AssigneeName",
                table: "Queues");
        }
    }
}
