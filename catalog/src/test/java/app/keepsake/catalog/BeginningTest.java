package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    void severalThatBeginACatalogOnAServerAtOnceFindTheSame() throws Exception {
        severalBegin(new CatalogLocation.OnServer(Engine.server().newDatabase()));
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
