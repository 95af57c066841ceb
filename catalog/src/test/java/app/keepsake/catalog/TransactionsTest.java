package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is written, and once. */
@ParameterizedClass
@EnumSource(Engine.class)
final class TransactionsTest {
    private static final Subject FOOD = new Subject.OfTag("food");

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    /**
     * A writer in another process takes the lock between our commit and the next statement. While it holds it, nothing of
     * ours may wait: what we wrote is there already.
     */
    @Test
    void whatIsCommittedWaitsForNobody() throws Exception {
        CatalogLocation place = engine.newCatalog(folder);
        try (Catalog catalog = Catalog.open(place);
                Catalog other = Catalog.open(place)) {
            for (int round = 0; round < 30; round++) {
                Phaser together = new Phaser(2);
                String tag = "tag " + round;
                try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                    List<Future<?>> both = new ArrayList<>();
                    for (Catalog one : List.of(catalog, other)) {
                        both.add(threads.submit(() -> {
                            int ignored = together.arriveAndAwaitAdvance();
                            for (int i = 0; i < 5; i++) {
                                one.choices().add(Choice.Stance.LESS, new Subject.OfTag(tag + i), "");
                            }
                        }));
                    }
                    for (Future<?> one : both) {
                        one.get();
                    }
                }
            }
            assertThat(catalog.choices().all()).hasSize(150);
        }
    }

    @Test
    void revisionsTellOfWritesWithinAnInstant() {
        CatalogLocation place = engine.newCatalog(folder);
        try (Catalog catalog = Catalog.open(place);
                Catalog reader = Catalog.open(place)) {
            long id = catalog.people().create(false).id();
            List<String> revisions = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                catalog.people().name(id, i % 2 == 0 ? "Anna" : "Emma");
                revisions.add(reader.revision());
            }
            assertThat(revisions).doesNotHaveDuplicates();
            assertThat(reader.revision()).isEqualTo(reader.revision()).isEqualTo(revisions.getLast());
        }
    }

    @Test
    void aCatalogGoesOnAfterAFailure() {
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder))) {
            for (int i = 0; i < 50; i++) {
                assertThatThrownBy(() -> catalog.people().name(4711, "Nobody")).isInstanceOf(CatalogException.class);
            }
            catalog.choices().add(Choice.Stance.NEVER, FOOD, "");
            assertThat(catalog.choices().all()).hasSize(1);
        }
    }

    /** A table is gone for a while: each reader that met that is another one then. */
    @Test
    void readersThatFailedAreNotUsedAgain() throws SQLException {
        CatalogLocation place = engine.newCatalog(folder);
        try (Catalog catalog = Catalog.open(place)) {
            catalog.choices().add(Choice.Stance.NEVER, FOOD, "");
            try (Connection connection = DriverManager.getConnection(address(place));
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE choice RENAME TO elsewhere");
                for (int i = 0; i < 40; i++) {
                    assertThatThrownBy(() -> catalog.choices().all()).isInstanceOf(CatalogException.class);
                }
                statement.execute("ALTER TABLE elsewhere RENAME TO choice");
            }
            assertThat(catalog.choices().all()).hasSize(1);
        }
    }

    private static String address(CatalogLocation place) {
        return switch (place) {
            case CatalogLocation.InFile(Path file) -> "jdbc:sqlite:" + file;
            case CatalogLocation.OnServer(String url) -> url;
        };
    }
}
