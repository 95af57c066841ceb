package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what a catalog expects. */
final class SqliteFileTest {
    @TempDir
    Path folder;

    @Test
    void aCatalogOfANewerVersionIsLeftAlone() throws SQLException {
        Path file = folder.resolve("future.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> Catalog.open(file))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("newer Keepsake")
                .hasMessageContaining("99")
                .hasMessageContaining("keepsake restore");
    }

    @Test
    void aFileThatIsNoCatalogIsNamed() throws IOException {
        Path file = folder.resolve("letter.db");
        Files.writeString(file, "Dear catalog, I am not one of you, and I am longer than a header.".repeat(100));
        assertThatThrownBy(() -> Catalog.open(file))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("damaged or no catalog");
    }
}
