package ganglion.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page on limits gives the figures of the code, and leaves no limit out. */
final class LimitsPageTest {

    private static final String PAGE = "docs/user/limits.md";
    private static final Pattern NAME = Pattern.compile("`(\\w+\\.[A-Z][A-Z_]+(?:\\.\\w+)?)`");
    private static final Pattern BOUND = Pattern.compile(
            "static final (?:int|long|double|Duration) (\\w*(?:MOST|LARGEST|LONGEST|DEEPEST)\\w*)\\s*=");

    private static SourceTree project;
    private static String page;

    @BeforeAll
    static void readThePageAndTheSources() throws IOException {
        project = SourceTree.ofThisProject();
        page = project.text(PAGE);
    }

    @Test
    void everyConstantThatBoundsSomethingIsOnThePage() {
        Map<String, Integer> named = new TreeMap<>();
        NAME.matcher(page).results().forEach(name -> named.merge(name.group(1), 1, Integer::sum));
        List<String> wrong = new ArrayList<>();
        int bounds = 0;
        for (SourceFile file : mainFiles()) {
            Matcher bound = BOUND.matcher(file.text());
            while (bound.find()) {
                String type = file.path().getFileName().toString().replace(".java", "");
                String constant = type + "." + bound.group(1);
                bounds++;
                if (named.getOrDefault(constant, 0) != 1) {
                    wrong.add(constant + " in " + file.slashes());
                }
            }
        }

        assertTrue(bounds > 150, bounds + " constants were found");
        assertEquals(List.of(), wrong, "constants that " + PAGE + " does not name once: what happens at them?");
    }

    @Test
    void theFiguresAreThoseOfTheCode() throws ReflectiveOperationException {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String[] cells : rows()) {
            String figures = cells[1];
            List<String> names = NAME.matcher(cells[cells.length - 1])
                    .results()
                    .map(name -> name.group(1))
                    .toList();
            // A comma between figures is followed by a blank, one within a figure is not.
            String[] each = figures.split(", ");
            for (int i = 0; i < names.size() && BoundFigure.isFigure(figures); i++) {
                double written = BoundFigure.parse(each[each.length == 1 ? 0 : i]);
                double actual = BoundConstant.value(project, names.get(i));
                compared++;
                if (written != actual) {
                    wrong.add(names.get(i) + ": found " + figures + " on the page, expected " + actual);
                }
            }
        }

        assertTrue(compared > 150, compared + " figures were compared");
        assertEquals(List.of(), wrong);
    }

    @Test
    void theBoundsOfListsAreThoseOfTheSchemas() throws IOException {
        Set<String> rows = page.lines()
                .filter(line -> line.matches(".*(elements|characters) \\|"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(rows.size() > 20, rows::toString);
        assertEquals(SchemaBounds.rows(project), rows);
    }

    @Test
    void aFigureIsReadWithItsUnit() {
        assertEquals(1_000_000, BoundFigure.parse("1,000,000"));
        assertEquals(16 * 1024 * 1024, BoundFigure.parse("16 MiB"));
        assertEquals(1 << 26, BoundFigure.parse("2^26"));
        assertEquals(1e15, BoundFigure.parse("10^15"));
        assertEquals(36_000, BoundFigure.parse("10 h"));
        assertEquals(0.04, BoundFigure.parse("0.04 s"));
        assertThrows(IllegalArgumentException.class, () -> BoundFigure.parse("4 apples"));
    }

    /** The cells of the rows of all tables that end with the name of a constant. */
    private static List<String[]> rows() {
        return page.lines()
                .filter(line -> line.startsWith("| ") && NAME.matcher(line).find())
                .map(line -> line.replaceAll("^\\| | \\|$", "").split(" \\| ", -1))
                .toList();
    }

    private static List<SourceFile> mainFiles() {
        return project.main()
                .filter(file -> !file.slashes().startsWith("benchmarks/"))
                .toList();
    }
}
