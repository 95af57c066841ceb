package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class DatesTest {
    private static final Taken JULY = Taken.parse("1985-07");
    private static final Taken EIGHTIES = Taken.parse("1980s");

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private static AssetFacts facts(Catalog catalog, Asset asset) {
        return catalog.assets().find(asset.id()).orElseThrow().facts();
    }

    private Asset add(Catalog catalog, String name) {
        try (Indexing indexing = catalog.beginIndexing()) {
            return Samples.add(indexing, folder.resolve(name), Samples.NOON, List.of());
        }
    }

    private static Said said(Said.Dated date) {
        return new Said(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(date));
    }

    @Test
    void filesTellHowWellTheyAreDated() {
        Dating rough = Dating.to(Precision.MONTH).doubted(DateDoubt.SCANNED).ofScanner();
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder));
                Indexing indexing = catalog.beginIndexing()) {
            AssetFacts facts = Samples.facts(Samples.NOON).dated(rough);
            Asset asset = Samples.add(indexing, folder.resolve("a.jpg"), facts);
            assertThat(facts(catalog, asset)).isEqualTo(facts);
            indexing.updateFacts(asset.id(), facts.dated(Dating.EXACT), "m2");
            assertThat(facts(catalog, asset).dating()).isEqualTo(Dating.EXACT);
            assertThat(facts(catalog, asset).taken()).contains(Taken.at(Samples.NOON));
        }
    }

    @Test
    void whatWasSaidCountsAndOutlivesTheCatalogThatWasOpen() {
        CatalogLocation place = engine.newCatalog(folder);
        Asset asset;
        try (Catalog catalog = Catalog.open(place)) {
            asset = add(catalog, "a.jpg");
            catalog.dates().say(Map.of(asset.hash(), JULY));
        }
        try (Catalog catalog = Catalog.open(place)) {
            assertThat(facts(catalog, asset).taken()).contains(JULY);
            assertThat(facts(catalog, asset).timeSource()).contains("you");
            assertThat(facts(catalog, asset).utcOffset()).isEmpty();
            assertThat(catalog.dates().inForce()).isEqualTo(Map.of(asset.hash(), JULY));
        }
    }

    @Test
    void whatWasSaidLastCountsAndCanBeTakenBackStepByStep() {
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder))) {
            Asset asset = add(catalog, "a.jpg");
            Asset other = add(catalog, "b.jpg");
            AssetFacts told = facts(catalog, asset);
            long revision = catalog.choices().revision();
            Dates.Saying first = catalog.dates().say(Map.of(asset.hash(), JULY, other.hash(), JULY));
            assertThat(first.pictures()).isEqualTo(2);
            assertThat(catalog.choices().revision())
                    .as("may be shown otherwise")
                    .isGreaterThan(revision);
            Dates.Saying second = catalog.dates().say(Map.of(asset.hash(), EIGHTIES));
            assertThat(facts(catalog, asset).taken()).contains(EIGHTIES);
            assertThat(catalog.dates().sayings()).containsExactly(second, first);

            assertThat(catalog.dates().takeBack(second.at())).isTrue();
            assertThat(facts(catalog, asset).taken()).contains(JULY);
            assertThat(catalog.dates().takeBack(first.at())).isTrue();
            assertThat(facts(catalog, asset)).isEqualTo(told);
            assertThat(facts(catalog, other)).isEqualTo(told);
            assertThat(catalog.dates().takeBack(first.at())).isFalse();
            assertThat(catalog.dates().sayings()).isEmpty();
        }
    }

    @Test
    void anEarlierWordCanBeTakenBackUnderALaterOne() {
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder))) {
            Asset asset = add(catalog, "a.jpg");
            Dates.Saying first = catalog.dates().say(Map.of(asset.hash(), JULY));
            catalog.dates().say(Map.of(asset.hash(), EIGHTIES));
            assertThat(catalog.dates().takeBack(first.at())).isTrue();
            assertThat(facts(catalog, asset).taken()).contains(EIGHTIES);
        }
    }

    @Test
    void readingFilesAnewDoesNotUndoTheUsersWord() {
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder))) {
            Asset asset = add(catalog, "a.jpg");
            Dates.Saying said = catalog.dates().say(Map.of(asset.hash(), JULY));
            AssetFacts anew = Samples.facts(Samples.NOON.plusYears(1)).dated(Dating.to(Precision.MINUTE));
            try (Indexing indexing = catalog.beginIndexing()) {
                indexing.updateFacts(asset.id(), anew, "m2");
                assertThat(facts(catalog, asset).taken()).contains(JULY);
                Asset again = indexing.add(
                        folder.resolve("copy.jpg"),
                        Samples.stamp(1),
                        asset.hash(),
                        anew,
                        "m2",
                        Samples.findings(List.of(), "v1"));
                assertThat(again.facts().taken())
                        .as("and whoever adds it is told so")
                        .contains(JULY);
            }
            catalog.dates().takeBack(said.at());
            assertThat(facts(catalog, asset)).as("what files tell now").isEqualTo(anew);
        }
    }

    @Test
    void isSaidOfContentThatComesLater() {
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder))) {
            Said said = said(new Said.Dated(
                    Samples.hash(folder.resolve("a.jpg").toString()), EIGHTIES, Instant.ofEpochMilli(5)));
            Restored restored = catalog.restore(said, Restored.Way.MERGE, () -> {});
            assertThat(restored.dates()).isEqualTo(1);
            assertThat(facts(catalog, add(catalog, "a.jpg")).taken()).contains(EIGHTIES);
            assertThat(catalog.said().dates()).isEqualTo(said.dates());
        }
    }

    @Test
    void restoringKeepsWhatWasSaidHereUnlessItReplacesAll() {
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder))) {
            Asset asset = add(catalog, "a.jpg");
            catalog.dates().say(Map.of(asset.hash(), JULY));
            Said there = said(new Said.Dated(asset.hash(), EIGHTIES, Instant.parse("2099-01-01T00:00:00Z")));
            assertThat(catalog.restore(there, Restored.Way.MERGE, () -> {}).dates())
                    .isZero();
            assertThat(facts(catalog, asset).taken()).contains(JULY);
            assertThat(catalog.restore(there, Restored.Way.REPLACE, () -> {}).dates())
                    .isEqualTo(1);
            assertThat(facts(catalog, asset).taken()).contains(EIGHTIES);
            catalog.restore(Said.NOTHING, Restored.Way.REPLACE, () -> {});
            assertThat(facts(catalog, asset).taken()).contains(Taken.at(Samples.NOON));
        }
    }

    @Test
    void anAssetWithoutAnyDateGetsOneAndLosesItAgain() {
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder))) {
            Asset asset;
            try (Indexing indexing = catalog.beginIndexing()) {
                asset = Samples.add(indexing, folder.resolve("a.mp4"), Samples.bareFacts());
            }
            Dates.Saying said = catalog.dates().say(Map.of(asset.hash(), JULY));
            assertThat(facts(catalog, asset).taken()).contains(JULY);
            catalog.dates().takeBack(said.at());
            assertThat(facts(catalog, asset).taken()).isEqualTo(Optional.empty());
            assertThatThrownBy(() -> catalog.dates().say(Map.of())).hasMessageContaining("at least one");
        }
    }
}
