package ganglion.scenario.suite;

import ganglion.scenario.result.ExpectationOutcome;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A suite as JUnit XML, in the form that build servers read: one {@code testsuite} per scenario, one {@code testcase}
 * per expectation of each run. The properties of a {@code testsuite} say what is needed to run the scenario again and to find its results;
 * a failure leads to the report of its run.
 */
public final class JUnitXml {

    private final XMLStreamWriter xml;
    private final String version;
    private final Path folder;
    private final SuiteResult suite;

    private JUnitXml(XMLStreamWriter xml, SuiteResult suite, String version, Path folder) {
        this.xml = xml;
        this.suite = suite;
        this.version = version;
        this.folder = folder;
    }

    /**
     * The document.
     *
     * @param version of Ganglion that ran the suite
     * @param folder directory of the suite, as a reader of the document finds it
     */
    public static String of(SuiteResult suite, String version, Path folder) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JUnitXml(xml, suite, version, folder).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.append('\n').toString();
    }

    /**
     * One line of a test report: an expectation of a run, or the run itself if it has no expectations or ended with an error.
     *
     * @param name what was checked
     * @param status its outcome
     * @param detail why it did not pass, one line each; empty if it passed
     * @param report report of the run, relative to the directory of the suite; empty if there is none
     */
    private record Check(String name, Status status, List<String> detail, String report) {

        /** The checks of a case, run by run. */
        static List<Check> of(CaseResult result) {
            List<Check> checks = new ArrayList<>();
            for (RunResult run : result.runs()) {
                String prefix = run.label().isEmpty() ? "" : run.label() + ": ";
                for (ExpectationOutcome outcome : run.outcomes()) {
                    checks.add(of(prefix, outcome, run.report()));
                }
                if (run.outcomes().isEmpty() || run.status().isError()) {
                    checks.add(new Check(prefix + "runs", run.status(), run.messages(), run.report()));
                }
            }
            return checks;
        }

        private static Check of(String prefix, ExpectationOutcome outcome, String report) {
            String name = prefix + outcome.text() + " (" + outcome.pointer() + ")";
            return outcome.passed()
                    ? new Check(name, Status.PASSED, List.of(), report)
                    : new Check(
                            name,
                            Status.FAILED,
                            List.of("found " + outcome.found(), "expected " + outcome.expected()),
                            report);
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "ganglion");
        writeCounts(
                suite.cases().stream().flatMap(each -> Check.of(each).stream()).toList());
        xml.writeAttribute("time", seconds(suite.seconds()));
        for (CaseResult each : suite.cases()) {
            write(each);
        }
        line(0);
        xml.writeEndElement();
    }

    private void write(CaseResult result) throws XMLStreamException {
        List<Check> checks = Check.of(result);
        line(1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", legal(suite.title(result)));
        xml.writeAttribute("file", legal(result.file()));
        writeCounts(checks);
        xml.writeAttribute("time", seconds(result.seconds()));
        writeProperties(result);
        for (Check check : checks) {
            write(check, result, checks.size());
        }
        line(1);
        xml.writeEndElement();
    }

    private void writeProperties(CaseResult result) throws XMLStreamException {
        line(2);
        xml.writeStartElement("properties");
        writeProperty("scenario", result.name());
        writeProperty("ganglion", version);
        for (Map.Entry<String, String> put : suite.settings().entrySet()) {
            writeProperty("set " + put.getKey(), put.getValue());
        }
        for (RunResult run : result.runs()) {
            String prefix = run.label().isEmpty() ? "" : run.label() + ": ";
            if (run.seed() >= 0) {
                writeProperty(prefix + "seed", Long.toString(run.seed()));
            }
            if (!run.report().isEmpty()) {
                writeProperty(
                        prefix + "run directory",
                        folder.resolve(run.report()).getParent().toString());
            }
        }
        line(2);
        xml.writeEndElement();
    }

    private void writeProperty(String name, String value) throws XMLStreamException {
        line(3);
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", legal(name));
        xml.writeAttribute("value", legal(value));
    }

    private void write(Check check, CaseResult result, int checks) throws XMLStreamException {
        line(2);
        boolean passed = check.status() == Status.PASSED;
        if (passed) {
            xml.writeEmptyElement("testcase");
        } else {
            xml.writeStartElement("testcase");
        }
        xml.writeAttribute("classname", legal(suite.title(result)));
        xml.writeAttribute("name", legal(check.name()));
        xml.writeAttribute("time", seconds(result.seconds() / checks));
        if (!passed) {
            List<String> detail = new ArrayList<>(check.detail());
            if (!check.report().isEmpty()) {
                detail.add("report: " + folder.resolve(check.report()));
            }
            line(3);
            xml.writeStartElement(check.status().isError() ? "error" : "failure");
            xml.writeAttribute("type", check.status().word());
            xml.writeAttribute("message", legal(String.join("; ", detail)));
            xml.writeCharacters(legal(String.join("\n", detail)));
            xml.writeEndElement();
            line(2);
            xml.writeEndElement();
        }
    }

    private void writeCounts(List<Check> checks) throws XMLStreamException {
        xml.writeAttribute("tests", Integer.toString(checks.size()));
        xml.writeAttribute("failures", count(checks, false));
        xml.writeAttribute("errors", count(checks, true));
        xml.writeAttribute("skipped", "0");
    }

    private static String count(List<Check> checks, boolean errors) {
        long count = checks.stream()
                .filter(check -> errors ? check.status().isError() : check.status() == Status.FAILED)
                .count();
        return Long.toString(count);
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** With a replacement for characters that XML 1.0 cannot represent. */
    private static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
