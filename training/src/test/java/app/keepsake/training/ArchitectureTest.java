package app.keepsake.training;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Holds the arrows of ARCHITECTURE.md where the modules that users build do not see them. */
@AnalyzeClasses(packages = "app.keepsake.training", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
            slices().matching("app.keepsake.training.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FILES_HAVE_NO_CIRCLES =
            slices().assignedFrom(new Files()).should().beFreeOfCycles();

    private static final class Files implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getEnclosingClass()
                    .map(this::getIdentifierOf)
                    .orElseGet(() -> SliceIdentifier.of(type.getName()));
        }

        @Override
        public String getDescription() {
            return "files";
        }
    }
}
