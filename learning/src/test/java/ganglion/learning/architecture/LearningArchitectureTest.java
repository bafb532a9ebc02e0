package ganglion.learning.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the learner may use, and how it is cut into packages. */
class LearningArchitectureTest {

    private static final int MOST_TYPES = 25;

    private static final ArchRule USES_ONLY_WHAT_LIES_BELOW = classesOfTheModuleUseOnly(
            "ganglion.learning..",
            "ganglion.kernel..",
            "ganglion.cochlea..",
            "ganglion.hardware..",
            "ganglion.documents..");

    private static JavaClasses learning;

    @BeforeAll
    static void readTheClasses() {
        learning = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("ganglion.learning");
    }

    private static ArchRule classesOfTheModuleUseOnly(String... packages) {
        return classes()
                .that()
                .resideInAPackage("ganglion.learning..")
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(packages)
                        .or(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("ganglion.."))));
    }

    private static Map<String, Long> typesByPackage() {
        return learning.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    }

    @Test
    void itUsesOnlyWhatLiesBelow() {
        USES_ONLY_WHAT_LIES_BELOW.check(learning);
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching("ganglion.learning.(**)").should().beFreeOfCycles().check(learning);
    }

    @Test
    void noPackageHasMoreTypesThanAReaderCanKeepInMind() {
        Map<String, Long> types = typesByPackage();

        assertTrue(types.size() > 15, "packages found: " + types.keySet());
        types.values().removeIf(count -> count <= MOST_TYPES);
        assertEquals(Map.of(), types, "packages of more than " + MOST_TYPES + " types");
    }

    @Test
    void noFieldIsPublicAndMutable() {
        fields().that().arePublic().should().haveModifier(JavaModifier.FINAL).check(learning);
    }

    @Test
    void theEnginesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..learning.fast..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..learning.reference..")
                .check(learning);
        noClasses()
                .that()
                .resideInAPackage("..learning.reference..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..learning.fast..")
                .check(learning);
    }

    /** The page of the module lists each package, after all that it uses. */
    @Test
    void thePageOfTheModuleListsThePackagesInTheirOrder() throws IOException {
        Set<String> listed = new TreeSet<>();
        Matcher line = Pattern.compile("^ \\*   ([a-z.]+) {2,}", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("src/main/java/ganglion/learning/package-info.java")));
        while (line.find()) {
            String name = line.group(1);
            listed.add(name);
            Set<String> early = usedBy(name);
            early.removeAll(listed);
            assertEquals(Set.of(), early, name + " uses packages that are listed after it");
        }

        Set<String> packages = typesByPackage().keySet().stream()
                .map(name -> name.substring("ganglion.learning.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(packages, listed);
    }

    private static Set<String> usedBy(String name) {
        return learning.stream()
                .filter(type -> type.getPackageName().equals("ganglion.learning." + name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(used -> used.startsWith("ganglion.learning."))
                .map(used -> used.substring("ganglion.learning.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rules are worth something only if they can be broken. */
    @Test
    void rulesThatAreBrokenAreNoticed() {
        ArchRule withoutKernel = classesOfTheModuleUseOnly(
                "ganglion.learning..", "ganglion.cochlea..", "ganglion.hardware..", "ganglion.documents..");
        ArchRule noPublicFields = fields().should().notBePublic();
        JavaClasses broken = new ClassFileImporter().importClasses(Mutable.class);

        assertThrows(AssertionError.class, () -> withoutKernel.check(learning));
        assertThrows(AssertionError.class, () -> noPublicFields.check(broken));
        assertThrows(
                AssertionError.class,
                () -> fields().that()
                        .arePublic()
                        .should()
                        .haveModifier(JavaModifier.FINAL)
                        .check(broken));
        assertTrue(typesByPackage().values().stream().anyMatch(count -> count > 10));
    }

    /** Breaks the rule about fields. */
    static final class Mutable {
        public int value;
    }
}
