package ganglion.cochlea.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
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
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.CochleaStream;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.cochlea.spectrum.RealTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of the module. Every rule is also shown to fail, on the types of the package {@code broken}. */
class ArchitectureTest {

    /** Packages that use the one that joins the stages. */
    private static final List<String> ABOVE = List.of("adjust", "data");

    private static final int MOST_TYPES = 25;
    private static final Path MAIN_SOURCES = Path.of("src/main/java/ganglion/cochlea");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ganglion.cochlea");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("ganglion.cochlea.architecture.broken");

    static List<ArchRule> rules() {
        return List.of(
                onlyLowerModulesAndAFewLibrariesAreUsed(),
                slices().matching("ganglion.(**)").should().beFreeOfCycles(),
                fields().that().arePublic().should().haveModifier(JavaModifier.FINAL),
                only("..audio.input..", "javax.sound..", "de.jarnbjo..", "javazoom.."),
                only("..data..", "com.fasterxml.jackson.core.."),
                noClasses()
                        .that()
                        .doNotBelongToAnyOf(RealTransform.class)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.jtransforms.."),
                noClasses()
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(System.class, "exit", int.class),
                nothingDependsOnChanceOrWallClockTime(),
                noEncoderIsNamedOutsideOfItsPackage());
    }

    private static ArchRule onlyLowerModulesAndAFewLibrariesAreUsed() {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "ganglion.cochlea..",
                        "ganglion.kernel..",
                        "ganglion.documents..",
                        "java..",
                        "javax.sound.sampled..",
                        "org.jtransforms..",
                        "org.HdrHistogram..",
                        "com.fasterxml.jackson.core..",
                        "com.fasterxml.jackson.databind.node..",
                        "de.jarnbjo..",
                        "javazoom.jl..");
    }

    private static ArchRule only(String user, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(user)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    /** A stream measures its own work, which no spike depends on. */
    private static ArchRule nothingDependsOnChanceOrWallClockTime() {
        return noClasses()
                .that()
                .doNotBelongToAnyOf(CochleaStream.class)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    /** The default parameters name the default encoder; {@link CurrentInjection} is also the list of numbers to compute. */
    private static ArchRule noEncoderIsNamedOutsideOfItsPackage() {
        DescribedPredicate<JavaClass> anEncoder = assignableTo(SpikeEncoder.class)
                .and(DescribedPredicate.not(belongToAnyOf(SpikeEncoder.class, CurrentInjection.class)))
                .as("one of the encoders");
        return noClasses()
                .that()
                .resideOutsideOfPackage("ganglion.cochlea.encode")
                .and()
                .doNotBelongToAnyOf(CochleaParameters.class)
                .should()
                .dependOnClassesThat(anEncoder);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void canFail(ArchRule rule) {
        assertThrows(AssertionError.class, () -> rule.check(BROKEN));
    }

    @Test
    void noPackageHoldsMoreThanTwentyFiveTypes() {
        Map<String, Long> sizes = MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        assertTrue(sizes.size() >= 10, sizes::toString);
        sizes.forEach((name, size) -> assertTrue(size <= MOST_TYPES, () -> name + " holds " + size + " types"));
    }

    @Test
    void thePageOfTheModuleListsEveryPackage() throws Exception {
        List<String> folders;
        try (Stream<Path> files = Files.walk(MAIN_SOURCES)) {
            folders = files.filter(file -> file.endsWith("package-info.java"))
                    .map(file ->
                            MAIN_SOURCES.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."))
                    .filter(name -> !name.isEmpty() && !ABOVE.contains(name))
                    .sorted()
                    .toList();
        }

        assertEquals(folders, listed().stream().sorted().toList());
    }

    @Test
    void aPackageUsesOnlyThoseAboveItOnThePageOfTheModule() throws Exception {
        List<String> listed = listed();
        for (int i = 0; i < listed.size(); i++) {
            String[] below = Stream.concat(listed.subList(i + 1, listed.size()).stream(), ABOVE.stream())
                    .map("ganglion.cochlea."::concat)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("ganglion.cochlea." + listed.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(below)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("ganglion.cochlea")
                    .check(MAIN);
        }
    }

    private static List<String> listed() throws Exception {
        return Pattern.compile("^ \\*  ([a-z.]+) {2,}", Pattern.MULTILINE)
                .matcher(Files.readString(MAIN_SOURCES.resolve("package-info.java")))
                .results()
                .map(line -> line.group(1))
                .toList();
    }
}
