package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BeginningTest {
    @TempDir
    Path folder;

    @Test
    void severalThatBeginACatalogInAFileAtOnceFindTheSame() throws Exception {
        severalBegin(new CatalogLocation.InFile(folder.resolve("new.db")));
    }

    @Test
    void severalThatBeginACatalogWhereOneWasMovedAwayFindTheSame() throws Exception {
        for (int i = 0; i < 20; i++) {
            Path file = folder.resolve("new" + i + ".db");
            Files.writeString(folder.resolve(file.getFileName() + ".lock"), "1");
            severalBegin(new CatalogLocation.InFile(file));
        }
    }

    @Test
    void severalThatBeginACatalogOnAServerAtOnceFindTheSame() throws Exception {
        severalBegin(new CatalogLocation.OnServer(Engine.server().newDatabase()));
    }

    @Test
    void whoIndexesBeginsBesideOthersInAFile() throws Exception {
        oneIndexesBesideOthers(new CatalogLocation.InFile(folder.resolve("new.db")));
    }

    @Test
    void whoIndexesBeginsBesideOthersOnAServer() throws Exception {
        oneIndexesBesideOthers(new CatalogLocation.OnServer(Engine.server().newDatabase()));
    }

    /** An index run opens an empty catalog at the same time as those that help it, and holds it for long. */
    private static void oneIndexesBesideOthers(CatalogLocation fresh) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            CountDownLatch others = new CountDownLatch(5);
            Future<?> index = threads.submit(() -> {
                try (Catalog catalog = Catalog.open(fresh);
                        Indexing indexing = catalog.beginIndexing()) {
                    assertThat(others.await(60, TimeUnit.SECONDS)).isTrue();
                    return indexing.reconcile(Path.of("nowhere"), Set.of());
                }
            });
            List<Future<?>> opened = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                opened.add(threads.submit(() -> {
                    try {
                        Catalog.open(fresh).close();
                    } finally {
                        others.countDown();
                    }
                }));
            }
            for (Future<?> one : opened) {
                one.get();
            }
            index.get();
        }
    }

    private static void severalBegin(CatalogLocation fresh) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> opened = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                opened.add(threads.submit(() -> Catalog.open(fresh).close()));
            }
            for (Future<?> one : opened) {
                one.get();
            }
        }
        try (Catalog again = Catalog.open(fresh)) {
            assertThat(again.assets().count()).isZero();
        }
    }
}
