package app.keepsake.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import app.keepsake.operations.people.GroupPeople;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import picocli.CommandLine;

/** Holds the arrows of ARCHITECTURE.md. */
@AnalyzeClasses(
        packages = "app.keepsake",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestsOfOthers.class})
final class ArchitectureTest {
    /** The tests of {@code operations} come as a jar in a whole build. */
    static final class WithoutTestsOfOthers implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final List<String> MODULES = List.of(
            "engine",
            "media",
            "vision",
            "catalog",
            "people",
            "language",
            "memories",
            "music",
            "film",
            "share",
            "sources",
            "operations",
            "server",
            "cli");

    @ArchTest
    static final ArchRule ENGINE_STANDS_ALONE = onlyUses("engine");

    @ArchTest
    static final ArchRule MEDIA_STANDS_ALONE = onlyUses("media");

    @ArchTest
    static final ArchRule VISION_KNOWS_ENGINE_AND_MEDIA = onlyUses("vision", "engine", "media");

    @ArchTest
    static final ArchRule CATALOG_STANDS_ALONE = onlyUses("catalog");

    @ArchTest
    static final ArchRule PEOPLE_STAND_ALONE = onlyUses("people");

    @ArchTest
    static final ArchRule LANGUAGE_KNOWS_THE_ENGINE = onlyUses("language", "engine");

    @ArchTest
    static final ArchRule MEMORIES_KNOW_THE_CATALOG_AND_LANGUAGE = onlyUses("memories", "catalog", "language");

    @ArchTest
    static final ArchRule MUSIC_KNOWS_MEDIA = onlyUses("music", "media");

    @ArchTest
    static final ArchRule FILM_KNOWS_MEDIA_AND_MUSIC = onlyUses("film", "media", "music");

    @ArchTest
    static final ArchRule SHARE_STANDS_ALONE = onlyUses("share");

    @ArchTest
    static final ArchRule SOURCES_STAND_ALONE = onlyUses("sources");

    @ArchTest
    static final ArchRule OPERATIONS_KNOW_NEITHER_OF_THEIR_CALLERS = onlyUses(
            "operations",
            "engine",
            "media",
            "vision",
            "catalog",
            "people",
            "language",
            "memories",
            "music",
            "film",
            "share",
            "sources");

    @ArchTest
    static final ArchRule OPERATIONS_KNOW_NO_COMMAND_LINE_AND_NO_ROUTES = noClasses()
            .that()
            .resideInAPackage("app.keepsake.operations..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "io.javalin..");

    @ArchTest
    static final ArchRule THE_SERVER_KNOWS_CATALOG_MEMORIES_SHARE_AND_OPERATIONS =
            onlyUses("server", "catalog", "memories", "share", "operations");

    /** What takes long is done by commands, in processes of their own. */
    @ArchTest
    static final ArchRule THE_SERVER_DOES_ITSELF_ONLY_WHAT_TAKES_NO_TIME = noClasses()
            .that()
            .resideInAPackage("app.keepsake.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "app.keepsake.operations.index..",
                    "app.keepsake.operations.disk..",
                    "app.keepsake.operations.film..",
                    "app.keepsake.operations.memories..",
                    "app.keepsake.operations.neighbours..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(GroupPeople.class);

    @ArchTest
    static final ArchRule MEMORIES_HAVE_NO_SQL_AND_NO_HTTP = noClasses()
            .that()
            .resideInAPackage("app.keepsake.memories..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net.http..", "java.awt..");

    /** Where a command line is understood, words that begin with @ would be taken for files, and others for options. */
    @ArchTest
    static final ArchRule ONLY_MAIN_UNDERSTANDS_COMMAND_LINES = noClasses()
            .that()
            .doNotHaveSimpleName("Main")
            .should()
            .callConstructor(CommandLine.class, Object.class)
            .orShould()
            .callConstructor(CommandLine.class, Object.class, CommandLine.IFactory.class)
            .orShould()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.nameMatching("populateCommand|run|call"))
                    .and(JavaCall.Predicates.target(
                            HasOwner.Predicates.With.owner(JavaClass.Predicates.equivalentTo(CommandLine.class)))));

    /** Below a module's root, which is the facade of what lies beneath it. */
    @ArchTest
    static void packagesHaveNoCircles(JavaClasses all) {
        for (String module : MODULES) {
            slices().matching("app.keepsake." + module + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule TIMELINES_KNOW_NO_FILMS = noClasses()
            .that()
            .resideInAPackage("app.keepsake.film.timeline")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("app.keepsake.film", "app.keepsake.film.internal..");

    @ArchTest
    static final ArchRule WIRE_LIES_BELOW_ALL_THAT_ANSWERS = noClasses()
            .that()
            .resideInAPackage("app.keepsake.server.internal.wire")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "app.keepsake.server",
                    "app.keepsake.server.internal.access..",
                    "app.keepsake.server.internal.api..",
                    "app.keepsake.server.internal.library..",
                    "app.keepsake.server.internal.work..");

    @ArchTest
    static void internalsStayInside(JavaClasses all) {
        for (String module : MODULES) {
            classes()
                    .that()
                    .resideInAPackage("app.keepsake." + module + ".internal..")
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAPackage("app.keepsake." + module + "..")
                    .allowEmptyShould(true)
                    .check(all);
        }
    }

    private static ArchRule onlyUses(String module, String... others) {
        String[] forbidden = MODULES.stream()
                .filter(name -> !name.equals(module) && !List.of(others).contains(name))
                .map(name -> "app.keepsake." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("app.keepsake." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true);
    }
}
