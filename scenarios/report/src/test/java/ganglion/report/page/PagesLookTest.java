package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.report.files.IfExists;
import ganglion.report.picture.HearingPage;
import ganglion.report.picture.NamedHearing;
import ganglion.report.run.DiffPage;
import ganglion.report.run.RecordedRun;
import ganglion.report.run.RunDiff;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.SampleRun;
import ganglion.report.run.TinyScenario;
import ganglion.report.suite.SuiteFolder;
import ganglion.report.training.SampleTraining;
import ganglion.report.training.TrainingDirectory;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.Status;
import ganglion.scenario.suite.SuiteResult;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page on a desk and on a phone, light and dark: nothing is wider than the screen, no label of a drawing covers another, and the
 * screen looks like the stored one. Screens are compared as grey tiles, so that letters of another font do not count; what counts is
 * where cards, drawings and colours are, and how far from the stored screen an empty one would be. {@code -Dganglion.update-screenshots=true} stores them anew. Skipped, with the reason, where there is no
 * Chromium.
 */
@Tag("slow")
class PagesLookTest {

    private static final Path STORED = Path.of("src", "test", "resources", "ganglion", "report", "page", "looks");
    private static final boolean UPDATE = Boolean.getBoolean("ganglion.update-screenshots");

    /** Pixels of the screen, along each side, in a pixel of a thumbnail. */
    private static final int REDUCTION = 10;

    /** Pixels of a thumbnail, along each side, in a tile: a few lines of text. */
    private static final int TILE = 6;

    /** How far from the stored screen, as a share of the distance of the nearest empty one. Fonts that wrap lines elsewhere need a part of it. */
    private static final double MOST_SHARE = 0.5;

    /** Reports say when they have drawn; other pages are drawn once they are loaded. */
    private static final String READY =
            "document.readyState === 'complete' && (window.ganglionReport === undefined || window.ganglionReport.ready)";

    /** Pairs of labels of a drawing that cover each other by more than a third of the smaller, and by more than the width of a letter. */
    private static final String COVERED = """
        (() => {
          const found = [];
          for (const svg of document.querySelectorAll('svg')) {
            const boxes = [...svg.querySelectorAll('text')]
              .filter((text) => text.textContent.trim() && !text.getAttribute('transform'))
              .map((text) => [text.textContent, text.getBoundingClientRect()]);
            for (let i = 0; i < boxes.length; i++) {
              for (let j = i + 1; j < boxes.length; j++) {
                const [a, b] = [boxes[i][1], boxes[j][1]];
                const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                const letter = Math.min(8, 0.8 * Math.min(a.width, b.width));
                const smaller = Math.min(a.width * a.height, b.width * b.height);
                if (width > letter && height > 3 && width * height > smaller / 3) found.push(boxes[i][0] + ' / ' + boxes[j][0]);
              }
            }
          }
          return found.slice(0, 5).join('; ');
        })()\
        """;

    /** Labels of drawings whose letters are too small to be read: below this many pixels. */
    private static final String SMALL = """
        [...document.querySelectorAll('svg text')]
          .filter((text) => text.textContent.trim() && text.getScreenCTM())
          .filter((text) => parseFloat(getComputedStyle(text).fontSize) * Math.abs(text.getScreenCTM().a || text.getScreenCTM().b) < 8)
          .map((text) => text.textContent).slice(0, 5).join('; ')\
        """;

    @TempDir
    private Path folder;

    @Test
    void pagesLookAsStoredOnADeskAndAPhoneLightAndDark() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "no chromium or chrome on the path, and CHROME_BIN is not set");
        List<String> problems = new ArrayList<>();
        try (HeadlessBrowser browser = new HeadlessBrowser(binary.get(), 1400, 900)) {
            for (Map.Entry<String, Path> page : pages().entrySet()) {
                for (boolean dark : new boolean[] {false, true}) {
                    for (int width : new int[] {1400, 390}) {
                        String name = page.getKey() + "-" + width + (dark ? "-dark" : "-light");
                        browser.prefer(dark);
                        browser.resize(width, width > 1000 ? 900 : 840);
                        browser.open(page.getValue());
                        awaitDrawn(browser);
                        look(browser, name, width).forEach(problem -> problems.add(name + " " + problem));
                    }
                }
            }
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void findsLabelsThatCoverEachOtherAndAPageThatLooksDifferent() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent() && !UPDATE, "no chromium or chrome on the path, and CHROME_BIN is not set");
        String labels = "<figure><svg xmlns='http://www.w3.org/2000/svg' width='200' height='40' aria-label='two'>"
                + "<text x='10' y='20'>one label</text><text x='14' y='20'>another</text></svg></figure>";
        Path page = Files.writeString(
                folder.resolve("page.html"),
                new Page("w").head("Kind", "Title", "").card("Card", labels).markup(""));
        try (HeadlessBrowser browser = new HeadlessBrowser(binary.get(), 1400, 900)) {
            browser.prefer(false);
            browser.resize(1400, 900);
            browser.open(page);
            awaitDrawn(browser);

            List<String> problems = look(browser, "run-1400-light", 1400);

            assertEquals(2, problems.size(), problems::toString);
            assertTrue(problems.get(0).endsWith("cover each other: one label / another"), problems::toString);
            assertTrue(problems.get(1).contains("run-1400-light.png"), problems::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("storedScreens")
    void aStoredScreenIsToldFromAnEmptyOneAndFromTheOtherTheme(String name) throws Exception {
        BufferedImage stored = ImageIO.read(STORED.resolve(name).toFile());

        assertEquals(0, share(stored, stored));
        assertTrue(emptyDistance(tiles(stored)) > 1, "there is something on it");
        for (int grey = 0; grey < 256; grey += 5) {
            assertTrue(share(empty(stored, grey), stored) > MOST_SHARE, "an empty screen of grey " + grey);
        }
        String other = name.contains("-dark") ? name.replace("-dark", "-light") : name.replace("-light", "-dark");
        assertTrue(share(ImageIO.read(STORED.resolve(other).toFile()), stored) > MOST_SHARE, other);
    }

    static List<String> storedScreens() throws IOException {
        try (var files = Files.list(STORED)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static BufferedImage empty(BufferedImage like, int grey) {
        BufferedImage empty = new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        int[] greys = new int[like.getWidth() * like.getHeight()];
        Arrays.fill(greys, grey);
        empty.getRaster().setSamples(0, 0, like.getWidth(), like.getHeight(), 0, greys);
        return empty;
    }

    private static void awaitDrawn(HeadlessBrowser browser) throws Exception {
        browser.awaitThat(READY);
        browser.awaitFrames();
    }

    private static List<String> look(HeadlessBrowser browser, String name, int width) throws Exception {
        List<String> problems = new ArrayList<>();
        int wide = browser.evaluate("document.documentElement.scrollWidth").asInt();
        if (wide > width) {
            problems.add("is " + wide + " wide");
        }
        String covered = browser.evaluate(COVERED).asText();
        if (!covered.isEmpty()) {
            problems.add("has labels that cover each other: " + covered);
        }
        String small = browser.evaluate(SMALL).asText();
        if (!small.isEmpty()) {
            problems.add("has labels too small to be read: " + small);
        }
        BufferedImage now = thumbnail(ImageIO.read(new ByteArrayInputStream(browser.screenshot())));
        Path stored = STORED.resolve(name + ".png");
        if (UPDATE) {
            Files.createDirectories(STORED);
            ImageIO.write(now, "png", stored.toFile());
        } else {
            double share = share(now, ImageIO.read(stored.toFile()));
            if (share > MOST_SHARE) {
                Path kept = Files.createDirectories(Path.of("target", "looks")).resolve(name + ".png");
                Files.write(kept, browser.screenshot());
                problems.add("differs from " + stored + " by " + Math.round(100 * share)
                        + " % of what an empty screen would; it is in " + kept);
            }
        }
        return problems;
    }

    private static BufferedImage thumbnail(BufferedImage screen) {
        BufferedImage small = new BufferedImage(
                screen.getWidth() / REDUCTION, screen.getHeight() / REDUCTION, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        BufferedImage half = screen;
        for (int size = screen.getWidth() / 2; size > 2 * small.getWidth(); size /= 2) {
            BufferedImage next =
                    new BufferedImage(half.getWidth() / 2, half.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
            Graphics2D halving = next.createGraphics();
            halving.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            halving.drawImage(half, 0, 0, next.getWidth(), next.getHeight(), null);
            halving.dispose();
            half = next;
        }
        graphics.drawImage(half, 0, 0, small.getWidth(), small.getHeight(), null);
        graphics.dispose();
        return small;
    }

    /** How far a screen is from the stored one, as a share of the distance of the empty screen, of any grey, that is nearest to the stored one. */
    private static double share(BufferedImage now, BufferedImage stored) {
        if (now.getWidth() != stored.getWidth() || now.getHeight() != stored.getHeight()) {
            return Double.POSITIVE_INFINITY;
        }
        double[] tiles = tiles(stored);
        return distance(tiles(now), tiles) / emptyDistance(tiles);
    }

    /** No grey is nearer to all tiles than their median. */
    private static double emptyDistance(double[] tiles) {
        double[] sorted = tiles.clone();
        Arrays.sort(sorted);
        double[] empty = new double[tiles.length];
        Arrays.fill(empty, sorted[sorted.length / 2]);
        return distance(empty, tiles);
    }

    /** Mean difference of tiles, in levels of grey. */
    private static double distance(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .average()
                .orElseThrow();
    }

    /** The mean grey of each tile. */
    private static double[] tiles(BufferedImage image) {
        List<Double> tiles = new ArrayList<>();
        for (int top = 0; top < image.getHeight(); top += TILE) {
            for (int left = 0; left < image.getWidth(); left += TILE) {
                int width = Math.min(TILE, image.getWidth() - left);
                int height = Math.min(TILE, image.getHeight() - top);
                int[] greys = image.getRaster().getSamples(left, top, width, height, 0, (int[]) null);
                tiles.add(Arrays.stream(greys).average().orElseThrow());
            }
        }
        return tiles.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Map<String, Path> pages() throws Exception {
        Map<String, Path> pages = new LinkedHashMap<>();
        Path run = RunDirectory.write(SampleRun.sample().run(), folder.resolve("run"), SampleRun.MANIFEST);
        pages.put("run", run.resolve("report.html"));
        SuiteFolder.write(
                new SuiteResult(List.of(result("one", point("", 1, 3, true)), sweep()), 2), folder.resolve("suite"));
        pages.put("suite", folder.resolve("suite/index.html"));
        pages.put("sweep", folder.resolve("suite/sweep/sweep.html"));
        Path training = TrainingDirectory.write(
                SampleTraining.outcome("notes", 1, Optional.empty()),
                SampleRun.MANIFEST,
                Optional.empty(),
                folder.resolve("training"),
                IfExists.TAKE_ANOTHER_NAME);
        pages.put("training", training.resolve("report.html"));
        pages.put("diff", diff());
        pages.put("hear", hearing());
        return pages;
    }

    private static RunResult point(String beta, int seed, double rate, boolean passed) {
        ExpectationOutcome outcome = new ExpectationOutcome("/expect/0", "spikes", passed, "3", "4");
        return new RunResult(
                beta.isEmpty() ? "" : "beta " + beta,
                beta.isEmpty() ? Map.of() : Map.of("/network/beta", beta),
                seed,
                passed ? Status.PASSED : Status.FAILED,
                List.of(outcome),
                List.of(),
                "",
                Map.of("rate of out (Hz)", rate, "synchrony", rate / 100),
                0.5);
    }

    private static CaseResult result(String name, RunResult... runs) {
        return new CaseResult(name + ".yaml", name, List.of("fast"), List.of(runs), List.of());
    }

    private static CaseResult sweep() {
        return result(
                "sweep",
                point("0.1", 1, 10, true),
                point("0.1", 2, 14, true),
                point("0.2", 1, 22, true),
                point("0.2", 2, 20, false),
                point("0.4", 1, 30, true),
                point("0.4", 2, 36, true));
    }

    private Path diff() throws Exception {
        Path first = RunDirectory.write(
                new TinyScenario(folder.resolve("a")).run(), folder.resolve("first"), SampleRun.MANIFEST);
        Path second = RunDirectory.write(
                new TinyScenario(folder.resolve("b"))
                        .with("[[1, 0.5]]", "[[0.5, 1]]")
                        .with("equals: 2", "equals: 5")
                        .run(),
                folder.resolve("second"),
                SampleRun.MANIFEST);
        RecordedRun one = RecordedRun.read(first);
        RecordedRun other = RecordedRun.read(second);
        String page = DiffPage.of(RunDiff.between(one, other), one, other)
                .replace(folder.toString(), "runs"); // its length differs from run to run
        return Files.writeString(folder.resolve("diff.html"), page);
    }

    private Path hearing() throws IOException {
        Path file = folder.resolve("hearing.html");
        Cochlea cochlea = new Cochlea(CochleaParameters.DEFAULT);
        HearingPage.write(List.of(new NamedHearing("tone", cochlea.hear(SampleRun.tone(440)))), "hearing.svg", file);
        return file;
    }
}
