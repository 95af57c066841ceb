package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Light;
import app.keepsake.film.timeline.Salience;
import app.keepsake.film.timeline.Seen;
import app.keepsake.film.timeline.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FilmFileTest {
    @TempDir
    Path folder;

    private static FilmPlan plan() {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            boolean tall = i % 4 > 1;
            shots.add(new FilmShot.Photo(
                    Path.of("/photos/p" + i + ".jpg"),
                    tall ? 3000 : 4000,
                    tall ? 4000 : 3000,
                    List.of(new FrameBox(0.4, 0.3, 0.1, 0.1)),
                    i == 5 ? Optional.of("Murano · 12 May") : Optional.empty(),
                    i / 5));
        }
        shots.add(
                4,
                new FilmShot.Clip(
                        Path.of("/photos/clip.mp4"),
                        1920,
                        1080,
                        List.of(),
                        Optional.empty(),
                        0,
                        Duration.ofMillis(400),
                        Duration.ofSeconds(6),
                        FilmShot.ClipSound.VOICE));
        return FilmPlanner.plan(new FilmRequest(
                        "Venice", "May 2024", shots, Mood.named("happy"), Length.MEDIUM, 11, FrameSize.HD_720, 30)
                .withRoute(List.of(new Stop("Venice", 45.44, 12.33), new Stop("Verona", 45.44, 10.99)))
                .withChapters(List.of("Venice", "Murano", "Murano")));
    }

    @Test
    void aProjectIsReadBackAsItWas() throws IOException {
        FilmPlan plan = plan();
        Path file = folder.resolve("film.json");

        FilmFile.writeProject(plan, file);

        assertThat(FilmFile.readProject(file)).isEqualTo(plan);
    }

    @Test
    void aProjectWithoutChaptersIsAFilmToo() throws IOException {
        Path file = folder.resolve("film.json");
        FilmFile.writeProject(plan(), file);
        String older = Files.readString(file).replaceFirst(",\\s*\"chapters\" : \\[[^]]*]", "");
        assertThat(older).doesNotContain("\"chapters\"");
        Files.writeString(file, older);

        assertThat(FilmFile.readProject(file).request())
                .isEqualTo(plan().request().withChapters(List.of()));
    }

    /** With photos that somebody looked at, some of which are seen together. */
    private static FilmPlan seen(String mood) {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Light light = new Light(0.1, 0.3 + 0.02 * i, 0.9, 1.05, 0.97);
            Seen look = new Seen(new Salience(List.of("012", "9f3")), light);
            shots.add(new FilmShot.Photo(
                    Path.of("/photos/p" + i), 4000, 3000, List.of(), Optional.empty(), i / 10, Optional.of(look)));
        }
        return FilmPlanner.plan(
                new FilmRequest("Venice", "", shots, Mood.named(mood), Length.MEDIUM, 11, FrameSize.HD_720, 30));
    }

    @ParameterizedTest
    @CsvSource({"happy,Panels", "club,Card"})
    void whatWasSeenOfPhotosIsPartOfAProject(String mood, String kind) throws IOException {
        FilmPlan plan = seen(mood);
        Path file = folder.resolve("film.json");
        FilmFile.writeProject(plan, file);
        FilmFile.writeOpenTimeline(plan, folder.resolve("film.otio"));

        assertThat(Files.readString(file)).contains('"' + kind + '"').contains("9f3");
        assertThat(FilmFile.readProject(file)).isEqualTo(plan);
    }

    @Test
    void aProjectFromBeforePhotosWereLookedAtIsAFilmToo() throws IOException {
        Path file = folder.resolve("film.json");
        FilmFile.writeProject(plan(), file);
        String older = Files.readString(file)
                .replaceAll(",\\s*\"seen\" : null", "")
                .replaceAll(",\\s*\"tone\" : \\{[^}]*}", "");
        assertThat(older).doesNotContain("\"seen\"").doesNotContain("\"tone\"");
        Files.writeString(file, older);

        assertThat(FilmFile.readProject(file)).isEqualTo(plan());
    }

    @Test
    void chaptersLieFromCutToCutAndFillTheFilm() {
        FilmPlan plan = plan();

        List<FilmChapter> chapters = plan.chapters();

        assertThat(chapters).extracting(FilmChapter::name).containsExactly("Venice", "Murano");
        assertThat(chapters.getFirst().start()).isZero();
        assertThat(chapters.getLast().end()).isEqualTo(plan.duration());
        assertThat(chapters.getFirst().end())
                .isEqualTo(chapters.getLast().start())
                .isIn(plan.timeline().track("picture").placed().stream()
                        .map(placed -> placed.start().duration())
                        .toList());
    }

    @Test
    void anEditedProjectIsAnotherFilm() throws IOException {
        Path file = folder.resolve("film.json");
        FilmFile.writeProject(plan(), file);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"Venice\",\n", "\"Venezia\",\n")
                        .replace("CROSSFADE", "WIPE"));

        FilmPlan edited = FilmFile.readProject(file);

        assertThat(edited.timeline().toString())
                .contains("Venezia")
                .contains("WIPE")
                .doesNotContain("CROSSFADE");
    }

    @Test
    void whatIsNoFilmIsRefusedByName() throws IOException {
        Path file = folder.resolve("film.json");
        FilmFile.writeProject(plan(), file);
        String good = Files.readString(file);

        for (String bad : List.of(
                "no json",
                "{}",
                good.replaceFirst("\"mood\" : \"happy\"", "\"mood\" : \"sad\""),
                good.replaceFirst("\"fps\" : 30", "\"fps\" : 7"),
                good.replaceFirst("keepsake-film-1", "keepsake-film-9"),
                good.substring(0, good.length() / 2))) {
            Files.writeString(file, bad);
            assertThatThrownBy(() -> FilmFile.readProject(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("film.json")
                    .hasMessageContaining("expected");
        }
    }

    @Test
    void theOpenTimelineHasAllTracksOfOneLength() throws IOException {
        FilmPlan plan = plan();
        Path file = folder.resolve("film.otio");

        FilmFile.writeOpenTimeline(plan, file);

        JsonNode timeline = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(timeline.get("OTIO_SCHEMA").asString()).isEqualTo("Timeline.1");
        assertThat(List.copyOf(timeline.propertyNames()))
                .as("the same in each run")
                .isSorted();
        JsonNode tracks = timeline.get("tracks").get("children");
        assertThat(tracks.size()).isEqualTo(4);
        for (JsonNode track : tracks) {
            double frames = 0;
            boolean transition = true;
            for (JsonNode item : track.get("children")) {
                boolean isTransition = item.get("OTIO_SCHEMA").asString().equals("Transition.1");
                assertThat(isTransition && transition && frames > 0)
                        .as("two transitions in a row")
                        .isFalse();
                transition = isTransition;
                if (!isTransition) {
                    frames += item.get("source_range")
                            .get("duration")
                            .get("value")
                            .asDouble();
                }
            }
            assertThat(frames).isEqualTo(plan.frames());
        }
        assertThat(timeline.toString()).contains("file:///photos/p0.jpg", "Custom_Transition");
    }
}
