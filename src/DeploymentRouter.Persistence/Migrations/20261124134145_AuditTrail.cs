using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeploymentRouter.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AuditTrail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "Audit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Area",
                table: "Audit",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Area_Id",
                table: "Audit",
                columns: new[] { "Area", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                table: "Audit",
                column: "At");

            migrationBuilder.Sql("UPDATE Audit SET Area = substr(Kind, 1, instr(Kind || '-', '-') - 1);");

            // Whoever may write to the database by the application may add lines to the audit, and nothing else.
            migrationBuilder.Sql("CREATE TRIGGER Audit_is_not_changed BEFORE UPDATE ON Audit BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER Audit_is_not_removed BEFORE DELETE ON Audit BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER Audit_is_not_replaced BEFORE INSERT ON Audit WHEN EXISTS (SELECT 1 FROM Audit WHERE Id = NEW.Id) BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER Audit_is_not_changed;");
            migrationBuilder.Sql("DROP TRIGGER Audit_is_not_removed;");
            migrationBuilder.Sql("DROP TRIGGER Audit_is_not_replaced;");

            migrationBuilder.DropIndex(
                name: "IX_Audit_Area_Id",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Audit_At",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "Area",
                table: "Audit");
        }
    }
}
