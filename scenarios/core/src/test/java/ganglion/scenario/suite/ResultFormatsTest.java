package ganglion.scenario.suite;

import static ganglion.scenario.suite.SuiteFixture.outcome;
import static ganglion.scenario.suite.SuiteFixture.result;
import static ganglion.scenario.suite.SuiteFixture.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.scenario.model.RunPoint;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What build servers and scripts read. */
class ResultFormatsTest {

    private static final String HOSTILE = "<&\"'>]]> # \u0000\u001b \uD800 \n end";

    private static final String VERSION = "1.2 (commit abc)";
    private static final Path FOLDER = Path.of("target", "suite");

    private static SuiteResult suite() {
        return new SuiteResult(
                List.of(
                        result("good", run("", Status.PASSED, List.of(outcome(true), outcome(true)))),
                        result(
                                "bad",
                                run("seed 1", Status.PASSED, List.of(outcome(true))),
                                run("seed 2", Status.FAILED, List.of(outcome(false)))),
                        result("dead", run("", Status.ABORTED, List.of(), "dead.yaml: was killed")),
                        result("empty", run("", Status.PASSED, List.of())),
                        result("odd", run("", Status.FAULT, List.of(outcome(true)), HOSTILE))),
                1.5);
    }

    private static Document xml() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.of(suite(), VERSION, FOLDER))));
    }

    private static Element element(Document xml, String name, int index) {
        return (Element) xml.getElementsByTagName(name).item(index);
    }

    @Test
    void countsWhatItHoldsInJUnitXml() throws Exception {
        Element root = xml().getDocumentElement();

        assertEquals("testsuites", root.getTagName());
        assertEquals("8", root.getAttribute("tests"));
        assertEquals("1", root.getAttribute("failures"));
        assertEquals("2", root.getAttribute("errors"));
        assertEquals("1.500", root.getAttribute("time"));
        assertEquals(8, root.getElementsByTagName("testcase").getLength());
        assertEquals(1, root.getElementsByTagName("failure").getLength());
        assertEquals(2, root.getElementsByTagName("error").getLength());
    }

    @Test
    void saysInJUnitXmlWhatWasFoundAndExpected() throws Exception {
        Document xml = xml();
        Element failure = element(xml, "failure", 0);
        Element testcase = (Element) failure.getParentNode();

        assertEquals("bad", testcase.getAttribute("classname"));
        assertEquals("seed 2: spikes of out (/expect/0)", testcase.getAttribute("name"));
        assertEquals("found 3; expected 4; report: target/suite/a/report.html", failure.getAttribute("message"));
        assertEquals("found 3\nexpected 4\nreport: target/suite/a/report.html", failure.getTextContent());
        assertEquals(
                "dead.yaml: was killed; report: target/suite/a/report.html",
                element(xml, "error", 0).getAttribute("message"));
        assertEquals("aborted", element(xml, "error", 0).getAttribute("type"));
        assertEquals("bad.yaml", element(xml, "testsuite", 1).getAttribute("file"));
    }

    private static Map<String, String> properties(Document xml, int suite) {
        Map<String, String> properties = new LinkedHashMap<>();
        NodeList all = element(xml, "testsuite", suite).getElementsByTagName("property");
        for (int i = 0; i < all.getLength(); i++) {
            Element each = (Element) all.item(i);
            assertNull(properties.put(each.getAttribute("name"), each.getAttribute("value")));
        }
        return properties;
    }

    /** Build servers show them beside the tests: what is needed to run it again and to find what it left. */
    @Test
    void saysInJUnitXmlWhatWasRunAndWhereItIs() throws Exception {
        assertEquals(
                Map.of(
                        "scenario", "good",
                        "ganglion", VERSION,
                        "seed", "42",
                        "run directory", "target/suite/a"),
                properties(xml(), 0));
    }

    @Test
    void tellsTheRunsOfAScenarioApartInJUnitXml() throws Exception {
        assertEquals(
                Map.of(
                        "scenario", "bad",
                        "ganglion", VERSION,
                        "seed 1: seed", "42",
                        "seed 1: run directory", "target/suite/a",
                        "seed 2: seed", "42",
                        "seed 2: run directory", "target/suite/a"),
                properties(xml(), 1));
    }

    /** A run that was refused has no seed and left nothing. */
    @Test
    void inventsNothingInJUnitXml() throws Exception {
        RunResult lost = RunResult.error(RunPoint.ONLY, Status.REFUSED, List.of("s.yaml: cannot be read"), 0);

        Document xml = xml(result("s", lost));

        assertEquals(Map.of("scenario", "s", "ganglion", VERSION), properties(xml, 0));
        assertEquals("s.yaml: cannot be read", element(xml, "error", 0).getAttribute("message"));
        assertEquals(
                "properties",
                element(xml, "testsuite", 0).getElementsByTagName("*").item(0).getNodeName(),
                "before the tests, as the schema of JUnit XML has it");
    }

    @Test
    void escapesWhatXmlCannotHold() throws Exception {
        String text = element(xml(), "error", 1).getTextContent();

        assertTrue(text.startsWith("<&\"'>]]> # "), text);
        assertFalse(text.contains("\u001b"), text);
        assertTrue(text.endsWith(" end\nreport: target/suite/a/report.html"), text);
    }

    private static Document xml(CaseResult result) throws Exception {
        String text = JUnitXml.of(new SuiteResult(List.of(result), 0), VERSION, FOLDER);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    /** Readers turn tabs and line breaks of attributes into blanks, those of text stay. */
    @Test
    void keepsLinesAndRareCharactersInJUnitXml() throws Exception {
        RunResult run = run("", Status.FAULT, List.of(), "first \uD83D\uDE00", "second\tline");

        Element error = element(xml(result("tone \u266B <a&b>", run)), "error", 0);

        String report = "report: target/suite/a/report.html";
        assertEquals("first \uD83D\uDE00\nsecond\tline\n" + report, error.getTextContent());
        assertEquals("first \uD83D\uDE00; second line; " + report, error.getAttribute("message"));
        assertEquals("fault", error.getAttribute("type"));
        assertEquals("tone \u266B <a&b>", ((Element) error.getParentNode()).getAttribute("classname"));
    }

    @Test
    void replacesInNamesWhatXmlCannotHold() throws Exception {
        Document xml = xml(result("a\u0001b\uFFFE", run("\u0000", Status.PASSED, List.of(outcome(true)))));

        assertEquals("a\uFFFDb\uFFFD", element(xml, "testsuite", 0).getAttribute("name"));
        assertEquals("a\uFFFDb\uFFFD.yaml", element(xml, "testsuite", 0).getAttribute("file"));
        assertEquals(
                "\uFFFD: spikes of out (/expect/0)", element(xml, "testcase", 0).getAttribute("name"));
    }

    /** Build servers add the times of the test cases up. */
    @Test
    void dividesTheTimeOfACaseAmongItsChecks() throws Exception {
        Document xml = xml(result("s", run("", Status.PASSED, List.of(outcome(true), outcome(true)))));

        assertEquals("0.250", element(xml, "testsuite", 0).getAttribute("time"));
        assertEquals("0.125", element(xml, "testcase", 1).getAttribute("time"));
    }

    @Test
    void writesAnEmptySuite() throws Exception {
        SuiteResult suite = new SuiteResult(List.of(), 0);

        assertEquals(
                "0",
                new ObjectMapper()
                        .readTree(ResultJson.of(suite).toString())
                        .get("passed")
                        .asText());
        assertTrue(JUnitXml.of(suite, VERSION, FOLDER).contains("tests=\"0\""));
    }

    @Test
    void countsStatusesInTheDocument() throws Exception {
        JsonNode json = new ObjectMapper().readTree(ResultJson.of(suite()).toString());

        assertEquals("ganglion-suite", json.get("format").asText());
        assertEquals("fault", json.get("status").asText());
        assertEquals(2, json.get("passed").asInt());
        assertEquals(1, json.get("failed").asInt());
        assertEquals(5, json.get("scenarios").size());
        assertEquals(
                1.25e-7,
                json.at("/scenarios/0/runs/0/figures/active energy of the run on loihi (J)")
                        .asDouble());
    }
}
