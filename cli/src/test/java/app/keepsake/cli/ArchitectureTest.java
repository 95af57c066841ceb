package app.keepsake.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the arrows of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "app.keepsake", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule ENGINE_STANDS_ALONE =
            module("engine").mayUseNoneOf("media", "vision", "catalog", "memories", "film", "cli");

    @ArchTest
    static final ArchRule MEDIA_STANDS_ALONE =
            module("media").mayUseNoneOf("engine", "vision", "catalog", "memories", "film", "cli");

    @ArchTest
    static final ArchRule VISION_KNOWS_ENGINE_AND_MEDIA =
            module("vision").mayUseNoneOf("catalog", "memories", "film", "cli");

    @ArchTest
    static final ArchRule CATALOG_STANDS_ALONE =
            module("catalog").mayUseNoneOf("engine", "media", "vision", "memories", "film", "cli");

    @ArchTest
    static final ArchRule MEMORIES_KNOW_THE_CATALOG =
            module("memories").mayUseNoneOf("engine", "media", "vision", "film", "cli");

    @ArchTest
    static final ArchRule FILM_KNOWS_MEDIA =
            module("film").mayUseNoneOf("engine", "vision", "catalog", "memories", "cli");

    @ArchTest
    static final ArchRule MEMORIES_HAVE_NO_SQL_AND_NO_HTTP = noClasses()
            .that()
            .resideInAPackage("app.keepsake.memories..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "java.net.http..", "java.awt..");

    @ArchTest
    static final ArchRule INTERNALS_STAY_INSIDE = slices().matching("app.keepsake.(*).internal..")
            .namingSlices("internals of $1")
            .should()
            .notDependOnEachOther();

    private static Module module(String name) {
        return new Module(name);
    }

    private record Module(String name) {
        ArchRule mayUseNoneOf(String... others) {
            String[] packages = java.util.Arrays.stream(others)
                    .map(other -> "app.keepsake." + other + "..")
                    .toArray(String[]::new);
            return noClasses()
                    .that()
                    .resideInAPackage("app.keepsake." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages)
                    .allowEmptyShould(true);
        }
    }
}
