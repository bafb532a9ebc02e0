package ganglion.kernel.architecture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the kernel to its rules, and the rules to a package that breaks each of them. */
class KernelRulesTest {

    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ganglion.kernel");

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("ganglion.kernel.architecture.broken");

    static Iterable<String> names() {
        return KernelRules.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theKernelKeepsTheRule(String name) {
        assertTrue(KERNEL.size() > 100, "found " + KERNEL.size() + " classes, so that the rule says nothing");

        KernelRules.all().get(name).check(KERNEL);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theRuleIsBrokenByAPackageThatBreaksIt(String name) {
        assertThrows(AssertionError.class, () -> KernelRules.all().get(name).check(BROKEN));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageHasAPageAndAtMost25Types(String name) {
        long types = KERNEL.stream()
                .filter(type -> type.getPackageName().equals(name))
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .count();

        assertTrue(types <= KernelRules.MOST_TYPES, name + " has " + types + " types");
        Path page = Path.of("src/main/java", name.split("\\.")).resolve("package-info.java");
        assertTrue(Files.isRegularFile(page), name + " has no package-info");
    }

    static Iterable<String> packages() {
        return KERNEL.stream().map(type -> type.getPackageName()).collect(Collectors.toCollection(TreeSet::new));
    }
}
