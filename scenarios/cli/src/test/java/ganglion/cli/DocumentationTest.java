package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.hardware.validation.Accuracy;
import ganglion.hardware.validation.ValidationResult;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.suite.CaseFilter;
import ganglion.scenario.suite.ScenarioFinder;
import ganglion.scenario.suite.SuiteCase;
import ganglion.scenario.suite.SuitePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say is true of the program: examples run, links lead somewhere, options exist. */
final class DocumentationTest {

    private static final Path ROOT = ProjectRoot.find();
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)#:]+)(#[^)]*)?\\)");
    /** Folders that a build or a run made, or that begin with a dot. */
    private static final Pattern BUILT =
            Pattern.compile("(^|[/\\\\])(target|runs|node_modules|build|\\.[^/\\\\]*)[/\\\\]");

    private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)[^`]*`");

    @TempDir
    private Path folder;

    /** All Markdown files of the sources. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file ->
                            !BUILT.matcher(ROOT.relativize(file).toString()).find())
                    .toList();
        }
    }

    /** The text of the first block of a language in a page. */
    private static String block(String page, String language) throws IOException {
        String text = Files.readString(ROOT.resolve(page));
        int start = text.indexOf("```" + language + "\n") + language.length() + 4;
        return text.substring(start, text.indexOf("```", start));
    }

    @Test
    void theScenarioOfTheFormatPageRuns() throws IOException {
        Path scenario = Files.writeString(folder.resolve("scenario.yaml"), block("docs/formats/scenario.md", "yaml"));
        Files.writeString(folder.resolve("taps.csv"), block("docs/formats/scenario.md", "csv"));

        ganglion("run", scenario, "--out", folder.resolve("out")).assertFine();
    }

    @Test
    void theScenariosForThoseWhoComeFromOtherToolsRun() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/user/coming-from.md"));
        Matcher blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
        int count = 0;
        while (blocks.find()) {
            Path scenario = Files.writeString(folder.resolve("block-" + count++ + ".yaml"), blocks.group(1));
            ganglion("run", scenario, "--out", folder.resolve("out-" + count)).assertFine();
        }
        assertTrue(count > 1, "blocks: " + count);
    }

    @Test
    void theReadmeFitsOnAFewScreens() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));

        assertTrue(lines.size() <= 100, "lines: " + lines.size());
        int commands = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).startsWith("mvn verify"))
                .findFirst()
                .orElseThrow();
        assertTrue(commands < 25, "the line of mvn verify: " + commands);
    }

    /** The picture is one of the gallery, of the scenario whose run the text shows: {@code GalleryTest} keeps it fresh. */
    @Test
    void theReadmeShowsTheRunOfItsPicture() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        List<String> pictures = Pattern.compile("!\\[[^\\]]*\\]\\(docs/gallery/([a-z-]+?)(-[0-9])?\\.svg\\)")
                .matcher(readme)
                .results()
                .map(picture -> picture.group(1))
                .toList();
        assertEquals(1, pictures.size(), "pictures of the gallery");
        assertEquals(1, Pattern.compile("!\\[").matcher(readme).results().count(), "pictures");
        String scenario = pictures.get(0);
        int start = readme.indexOf("```\n" + scenario + "\n") + 4;
        List<String> shown = readme.substring(start, readme.indexOf("```", start))
                .lines()
                .map(line -> line.replace("...", "").strip())
                .toList();
        assertTrue(shown.size() > 8, shown::toString);

        Outcome run = ganglion(
                "run",
                ROOT.resolve("scenarios/gallery/" + scenario + "/scenario.yaml"),
                "--out",
                folder.resolve("out"));

        List<String> printed = run.out().lines().map(String::strip).toList();
        List<String> others = shown.stream()
                .filter(line -> printed.stream().noneMatch(fresh -> fresh.startsWith(line)))
                .toList();
        assertEquals(List.of(), others, run::out);
    }

    @Test
    void theReadmeTellsHowFarEstimatesWereOff() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        List<String> expected = Accuracy.byDistance(ValidationResult.shipped()).rows().stream()
                .filter(row -> row.get(1).text().equals("other laboratory"))
                .map(row -> row.get(0).text() + " devices " + row.get(5).text() + " and "
                        + row.get(6).text() + " of " + row.get(4).text())
                .toList();

        assertEquals(2, expected.size());
        assertEquals(
                List.of(),
                expected.stream().filter(sentence -> !readme.contains(sentence)).toList());
    }

    @Test
    void theFilesOfARunAreThoseOfItsPage() throws IOException {
        Path scenario = new ScenarioOnDisk(folder.resolve("scenario"))
                .with("decision:", "record: {membrane: [out]}\ndecision:")
                .file();
        ganglion("run", scenario, "--out", folder.resolve("out")).assertFine();
        String written = Files.readString(ROOT.resolve("docs/formats/run-directory.md"));
        String page = Stream.of("loihi", "stm32u575")
                .map(device -> written.replace("PROFILE", device).replace("POPULATION", "out"))
                .collect(Collectors.joining());

        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            List<String> unknown = files.map(
                            file -> file.getFileName().toString().replace("stm32u575", "loihi"))
                    .filter(name -> !page.contains("`" + name + "`"))
                    .toList();
            assertEquals(List.of(), unknown, "files that docs/formats/run-directory.md does not name");
        }
    }

    @Test
    void everyOptionOfTheTrainingPageExists() throws IOException {
        StringBuilder help = new StringBuilder();
        for (String verb : List.of("train", "evaluate", "compile")) {
            help.append(ganglion(verb, "--help").out());
        }
        Matcher options = OPTION.matcher(Files.readString(ROOT.resolve("docs/user/training.md")));

        int count = 0;
        while (options.find()) {
            count++;
            assertTrue(help.indexOf(options.group(1)) >= 0, options.group(1));
        }
        assertTrue(count > 15, "the page names " + count + " options");
    }

    @Test
    void theExperimentOfTheTrainingPageIsValid() throws IOException {
        Path file = Files.writeString(folder.resolve("flute.yaml"), block("docs/user/training.md", "yaml"));
        for (String named : List.of("flute/train", "flute/valid", "noise")) {
            Files.createDirectories(folder.resolve(named));
        }

        ganglion("validate", file).assertFine();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                if (!Files.exists(page.resolveSibling(links.group(1)))) {
                    broken.add(ROOT.relativize(page) + " -> " + links.group(1));
                }
            }
        }

        assertEquals(List.of(), broken);
    }

    @Test
    void theGalleryListsEveryScenarioThatItHolds() throws Exception {
        Path gallery = ROOT.resolve("scenarios/gallery");
        String sources = Files.readString(gallery.resolve("README.md"));
        String pages = Files.readString(ROOT.resolve("docs/gallery/README.md"));
        List<String> missing = new ArrayList<>();
        SuitePlan plan = SuitePlan.of(ScenarioFinder.find(List.of(gallery)), CaseFilter.ALL, ScenarioOverrides.NONE);
        for (SuiteCase test : plan.cases()) {
            String file = gallery.relativize(test.file()).toString().replace('\\', '/');
            if (!sources.contains("(" + file + ")") || !pages.contains("(" + test.name() + ".md)")) {
                missing.add(test.name());
            }
        }

        assertEquals(List.of(), missing, "scenarios that a README of the gallery does not list");
    }
}
