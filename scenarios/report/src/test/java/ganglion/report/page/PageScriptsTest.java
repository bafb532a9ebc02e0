package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's functions that only compute, one by one. Skipped, with the reason, where there is no Chromium. */
@Tag("slow")
class PageScriptsTest {

    private static HeadlessBrowser browser;
    private static String scripts;

    @BeforeAll
    static void startBrowser() throws Exception {
        Optional<Path> binary = HeadlessBrowser.binary();
        assumeTrue(binary.isPresent(), "no chromium or chrome on the path, and CHROME_BIN is not set");
        browser = new HeadlessBrowser(binary.get(), 800, 600);
        scripts = script("quantities")
                + script("decoding")
                + script("clips")
                + script("raster")
                + script("curves")
                + script("estimates")
                + script("sorting")
                + script("devices")
                + script("answer")
                + script("sections")
                + script("statistics");
    }

    @AfterAll
    static void stopBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{unit: \"Hz\", curves: [{values: [80, null, 100]}]}', '0,50,100'",
        "'{unit: \"\", curves: [{values: [-65, -50]}, {values: [-60]}]}', '-65,-60,-55,-50'",
        "'{unit: \"Hz\", curves: [{values: []}]}', '0,1'",
    })
    void ratesBeginAtZeroAndPotentialsNeedNot(String figure, String expected) throws Exception {
        assertEquals(expected, evaluate("curveRange(" + figure + ").marks.join()"));
    }

    /** Neuron 0 fires every 4 ticks, neuron 1 after 2 and 6, neuron 2 twice, neuron 3 never. */
    @ParameterizedTest
    @CsvSource({
        "variation, 0.25",
        "neurons, 2",
        "silent, 1",
        "'intervals.join()', '2,4,4,6,9'",
    })
    void measuresIntervalsAsExpectationsDo(String what, String expected) throws Exception {
        String raster = "{ticks: [0, 1, 3, 4, 8, 9, 9, 18], neurons: [0, 1, 1, 0, 0, 1, 2, 2]}";
        assertEquals(expected, evaluate("intervalsOf({size: 4, raster: " + raster + "})." + what));
    }

    @ParameterizedTest
    @CsvSource({
        "'rateOverTime({size: 2, raster: {ticks: [0, 0, 1, 9]}}, 10, 0.001).rates.slice(0, 3).join()', '1000,500,0'",
        "'rateOverTime({size: 1, raster: {ticks: [0, 399, 400]}}, 401, 0.001).rates.length', 134",
        "'intervalHistogram([1, 1, 2], 0.001).bins.join()', '0,2,1'",
        "'intervalHistogram([...Array(199).fill(5), 1000], 1).beyond', 1",
    })
    void countsInBins(String expression, String expected) throws Exception {
        assertEquals(expected, evaluate(expression));
    }

    @ParameterizedTest
    @CsvSource({
        "2.36e-11, J, 23.6 pJ",
        "0, J, 0 J",
        "1, s, 1 s",
        "0.0009999, s, 1 ms",
        "999.4, J, 999 J",
        "999.6, J, 1 kJ",
        "-0.002, J, -2 mJ",
        "1e-17, J, 0.01 fJ",
        "0.03, Hz, 0.03 Hz",
        "2300, Hz, 2.3 kHz",
        "null, J, unknown",
    })
    void writesQuantitiesWithThreeDigitsAndAPrefix(String value, String unit, String text) throws Exception {
        assertEquals(text, evaluate("quantity(" + value + ", '" + unit + "')"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, 1_000", "12345678, 12_345_678"})
    void setsThousandsApart(String number, String text) throws Exception {
        assertEquals(text.replace('_', '\u202f'), evaluate("count(" + number + ")"));
    }

    @ParameterizedTest
    @CsvSource({"1.23456, 10, 1.2 s", "1.23456, 0.01, 1.2346 s", "0, 0.000001, 0.00000000 s"})
    void writesTimesAsFineAsTheViewDeserves(String seconds, String span, String text) throws Exception {
        assertEquals(text, evaluate("timeLabel(" + seconds + ", " + span + ")"));
    }

    @ParameterizedTest
    @CsvSource({"'[]', 3, 0", "'[1, 3, 3, 7]', 3, 1", "'[1, 3, 3, 7]', 4, 3", "'[1, 3, 3, 7]', 8, 4"})
    void findsTheFirstNotBelow(String sorted, String value, String index) throws Exception {
        assertEquals(index, evaluate("lowerBound(" + sorted + ", " + value + ")"));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-9, 1e-6, '1e-9,1e-8,1e-7,0.000001'",
        "0.5, 20, '1,10'",
        "1, 1e12, '1,100,10000,1000000,100000000,10000000000,1000000000000'",
    })
    void listsPowersOfTenBetweenBounds(String lowest, String highest, String powers) throws Exception {
        assertEquals(powers, evaluate("powersOfTen(" + lowest + ", " + highest + ").join()"));
    }

    @ParameterizedTest
    @CsvSource({"0.7, 1", "1, 1", "1.1, 2", "3, 5", "6, 10", "40, 50"})
    void takesRoundStepsBetweenLabels(String step, String nice) throws Exception {
        assertEquals(nice, evaluate("niceStep(" + step + ")"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"run, run", "/a/b-c.yaml, /a/b-c.yaml", "two words, 'two words'", "$(rm -r x), '$(rm -r x)'"})
    void quotesWordsForTheShell(String word, String quoted) throws Exception {
        assertEquals(quoted, evaluate("shellWord('" + word + "')"));
    }

    @ParameterizedTest
    @CsvSource({"C#, 1", "H, -1", "'', -1"})
    void findsTheRowOfALabel(String label, String row) throws Exception {
        assertEquals(row, evaluate("rowOf({ labels: ['C', 'C#'], size: 2 }, '" + label + "')"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, -1", "'', -1"})
    void findsTheRowOfANumberWhereThereAreNoLabels(String name, String row) throws Exception {
        assertEquals(row, evaluate("rowOf({ labels: [], size: 2 }, '" + name + "')"));
    }

    @ParameterizedTest
    @CsvSource({"null, unknown", "1, 1 day", "63.7, 64 days", "0.5, 12 hours", "0.0007, 1 minute"})
    void writesHowLongABatteryLasts(String days, String text) throws Exception {
        assertEquals(text, evaluate("daysText(" + days + ")"));
    }

    @ParameterizedTest
    @CsvSource({"'3, null, 1, 2', true, '2,3,0,1'", "'3, null, 1, 2', false, '0,3,2,1'"})
    void sortsTheUnknownLastInBothDirections(String values, String ascending, String places) throws Exception {
        String rows = "[" + values + "].map((value) => ({ value, possible: true }))";
        assertEquals(places, evaluate("sortedPlaces(" + rows + ", ({ value }) => value, " + ascending + ")"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2    | { low: 1.25, high: 4 } | true  | Saving: 50 % (20 % to 75 %) against B, the best conventional"
                        + " device.",
                "0.25 | { low: 0.2, high: 0.5 } | true  | Saving: none. A, the best spiking chip, takes 4 times as"
                        + " much (2 to 5 times).",
                "2    | { low: 0.5, high: 8 }  | false | Saving: not clear. B, the best conventional device, takes 2"
                        + " times the energy of A, but 0.5 to 8 times is possible.",
                "2    | null                   | false | Saving: not clear. B, the best conventional device, takes 2"
                        + " times the energy of A as estimated, and how far that is off is unknown.",
            })
    void saysWhatAChipSavesAndWhetherThatIsClear(String factor, String interval, boolean clear, String text)
            throws Exception {
        String estimates = "[{ title: 'A', computation: 'spikes' }, { title: 'B', computation: 'artificial' }]";
        String ranking = "{ ranked: [0, 1], savings: [{ chip: 0, conventional: 1, factor: " + factor + ", interval: "
                + interval + ", clear: " + clear + " }] }";

        assertEquals(text, evaluate("savingText({ estimates: " + estimates + " }, " + ranking + ")"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "artificial  | null   | Another network: nobody knows it.",
                "dense-ticks | null   | none",
                "dense-ticks | '''why''' | On conventional devices the spiking network is computed densely in every"
                        + " tick; why.",
            })
    void besideASavingStandsWhatItMustNotBeReadWithout(String computation, String without, String text)
            throws Exception {
        String comparison = "{ estimates: [{ computation: '" + computation + "' }], withoutArtificial: " + without
                + ", legend: { computations: [{ word: 'artificial', label: 'another network', caveat: 'nobody knows"
                + " it' }] } }";

        assertEquals(text, evaluate("savingCaveat(" + comparison + ", { ranked: [0] }) ?? 'none'"));
    }

    @ParameterizedTest
    @CsvSource({"true, true, b", "true, false, a", "false, false, b"})
    void takesOfEachDeviceTheWayThatKeepsPaceAndTakesLeast(boolean first, boolean second, String name)
            throws Exception {
        String way = "{ profile: 'p', possible: true, inTime: %s, name: '%s', energies: { active: { joules: %s } } }";
        String ways = "[" + way.formatted(first, "a", 2) + ", " + way.formatted(second, "b", 1) + "]";

        assertEquals(name, evaluate("leastByDevice(" + ways + ", 'active').map((one) => one.name).join()"));
    }

    private static String evaluate(String expression) throws Exception {
        return browser.evaluate("(() => { 'use strict'; " + scripts + "; return String(" + expression + "); })()")
                .asText();
    }

    private static String script(String name) throws Exception {
        try (InputStream in = PageScriptsTest.class.getResourceAsStream("/ganglion/report/page/js/" + name + ".js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
