package app.keepsake.operations.sources;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Stage;
import app.keepsake.operations.index.FileNameReading;
import app.keepsake.operations.index.FileReading;
import app.keepsake.operations.index.IndexReport;
import app.keepsake.operations.index.Indexer;
import app.keepsake.operations.people.SettleAtOnce;
import app.keepsake.sources.Account;
import app.keepsake.sources.SourceKind;
import app.keepsake.testbed.immich.StandInImmich;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A library with an Immich for a source, which is simulated. Pictures show one face each, and no networks look at them. */
final class TestSource implements AutoCloseable {
    final StandInImmich immich;
    final SavedSources sources;
    final Path root;
    Catalog catalog;
    SavedSource saved;

    TestSource(Path root, int major) throws IOException {
        this.root = root;
        this.immich = StandInImmich.start(major);
        this.sources = new SavedSources(root);
        this.catalog = Catalog.open(root.resolve("catalog.db"));
        this.saved = add(true, false, false);
    }

    SavedSource add(boolean favourites, boolean partners, boolean shared) throws IOException {
        saved = sources.add(
                "home",
                SourceKind.IMMICH,
                new Account(immich.address(), StandInImmich.KEY, partners, shared),
                favourites);
        return saved;
    }

    /** What is at this name in the cache tells the source's key of it. */
    static String key(AssetView view) {
        return view.files().getFirst().getFileName().toString().substring(0, 36);
    }

    SyncReport sync() throws IOException, InterruptedException {
        return sync(() -> false);
    }

    SyncReport sync(BooleanSupplier stop) throws IOException, InterruptedException {
        return new LookIntoSources(
                        catalog, sources, new SettleAtOnce(catalog, Locale.ENGLISH), new LookIntoSources.Listener() {
                            @Override
                            public void read(SavedSource source, SyncReport report) {}

                            @Override
                            public void looked(IndexReport report) {}
                        })
                .look(saved, this::index, stop);
    }

    private IndexReport index(Path folder) throws IOException {
        return new Indexer(catalog, new OneFace(), root, 2).index(List.of(folder), () -> false, new Indexer.Listener() {
            @Override
            public void reading(int files) {}

            @Override
            public void read() {}
        });
    }

    /** What may be shown, by the source's key. */
    Map<String, AssetView> shown() {
        Map<String, AssetView> shown = new HashMap<>();
        catalog.assets().each(view -> shown.put(key(view), view));
        return shown;
    }

    AssetFacts facts(String key) {
        AssetView view = shown().get(key);
        if (view == null) {
            throw new AssertionError(key + " is not shown.");
        }
        Asset asset = view.asset();
        return asset.facts();
    }

    @Override
    public void close() {
        catalog.close();
        immich.close();
    }

    /** Metadata as Keepsake reads them, and somebody in the middle of the left half of each picture. */
    private static final class OneFace implements FileReading {
        private final FileNameReading reading = new FileNameReading();

        @Override
        public Map<Stage, String> versions() {
            return reading.versions();
        }

        @Override
        public AssetFacts facts(Path file) throws IOException {
            return reading.facts(file);
        }

        @Override
        public Findings findings(Path file, AssetFacts facts) {
            return reading.findings(Path.of("0-A.jpg"), facts);
        }
    }
}
