package app.keepsake.bench;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at the modules from here, where all but those that train are seen. */
@AnalyzeClasses(packages = "app.keepsake", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String ALL = "app.keepsake.";

    /** What a static factory makes, or a record has computed, and the type that has the factory, or the record. */
    private static final Map<String, String> MADE_BY = Map.ofEntries(
            made("catalog.internal.SqlCatalog", "catalog.Catalog"),
            made("engine.Compiled", "engine.Model"),
            made("engine.internal.format.OnnxStore", "engine.OnnxWeights"),
            made("engine.internal.graph.Shapes", "engine.Graph"),
            made("film.MoodFiles", "film.Mood"),
            made("media.internal.ffmpeg.ClipReader", "media.VideoReader"),
            made("media.internal.ffmpeg.LibraryRun", "media.internal.ffmpeg.LibraryVideo"),
            made("media.internal.ffmpeg.Mp4Writer", "media.MovieWriter"),
            made("media.internal.ffmpeg.SoundReader", "media.Sound"),
            made("media.internal.photo.StillDecoder", "media.PhotoDecoder"),
            made("operations.backup.BackupZip", "operations.backup.Backup"),
            made("testbed.immich.ImmichDoor", "testbed.immich.StandInImmich"),
            made("vision.internal.faces.SsdFaceDetector", "vision.FaceDetector"),
            made("vision.internal.objects.CenterNet", "vision.ObjectDetector"),
            made("vision.internal.portrait.PortraitReader", "vision.FaceReader"),
            made("vision.internal.quality.QualityMeasure", "vision.PhotoQuality"),
            made("vision.student.StudentDetector", "vision.FaceDetector"));

    private static Map.Entry<String, String> made(String type, String by) {
        return Map.entry(ALL + type, ALL + by);
    }

    @ArchTest
    static final ArchRule FILES_HAVE_NO_CIRCLES =
            slices().assignedFrom(new Ideas()).should().beFreeOfCycles();

    /** Files, where those of a sealed family, and a factory with what it makes, are one idea in several files. */
    private static final class Ideas implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            JavaClass file = file(type);
            String idea = family(file).orElse(file).getName();
            return SliceIdentifier.of(MADE_BY.getOrDefault(idea, idea));
        }

        private static JavaClass file(JavaClass type) {
            return type.getEnclosingClass().map(Ideas::file).orElse(type);
        }

        private static Optional<JavaClass> family(JavaClass member) {
            return Stream.concat(member.getRawInterfaces().stream(), member.getRawSuperclass().stream())
                    .filter(above ->
                            above.getName().startsWith(ALL) && above.reflect().isSealed())
                    .map(Ideas::file)
                    .findFirst();
        }

        @Override
        public String getDescription() {
            return "files";
        }
    }
}
