package app.keepsake.memories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.InForce;
import app.keepsake.catalog.Subject;
import app.keepsake.simulator.Photo;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a picture is kept out, as its owner reads it: in words of their language, without numbers that mean nothing. */
final class KeptOutTest {
    private static final LocalDateTime TAKEN = LocalDateTime.of(2024, 5, 1, 12, 0);

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "it", "ja", "nl", "pl", "pt", "zh-Hans"})
    void eachReasonIsTold(String language) {
        KeptOut none = new KeptOut(new InForce(1, List.of()), Locale.forLanguageTag(language));
        Set<String> reasons = new HashSet<>();
        for (Flag.Kind kind : Flag.Kind.values()) {
            AssetView flagged = Photo.of(1, TAKEN).flag(kind, 0.9).view();
            reasons.add(none.why(flagged).orElseThrow());
        }
        assertThat(reasons)
                .hasSize(Flag.Kind.values().length)
                .allSatisfy(reason ->
                        assertThat(reason).doesNotContainPattern("[0-9{%]").hasSizeGreaterThan(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "it", "ja", "nl", "pl", "pt", "zh-Hans"})
    void aPhotoThatIsNeverToBeShownHasNoNumber(String language) {
        AssetView photo = Photo.of(1, TAKEN).view();
        Choice never = new Choice(
                7, Choice.Stance.NEVER, new Subject.OfAsset(photo.asset().hash()), "", Instant.EPOCH);
        assertThat(new KeptOut(new InForce(1, List.of(never)), Locale.forLanguageTag(language)).why(photo))
                .hasValueSatisfying(reason ->
                        assertThat(reason).doesNotContainPattern("[0-9:]").isNotBlank());
    }
}
