package ganglion.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of the page that do not depend on the run. */
final class PageResources {

    private static final String FOLDER = "/ganglion/report/";

    /** In the order of use: a script uses constants only of those before it. */
    private static final List<String> SCRIPTS = List.of(
            "elements",
            "quantities",
            "decoding",
            "theme",
            "palette",
            "timeline",
            "panels",
            "saving",
            "exports",
            "images",
            "spectrogram",
            "raster",
            "curves",
            "clips",
            "explorable",
            "charts",
            "choices",
            "estimates",
            "sorting",
            "devices",
            "parts",
            "breakeven",
            "answer",
            "frontend",
            "latency",
            "precision",
            "placement",
            "comparison",
            "profiles",
            "sections",
            "statistics",
            "main");

    private static final List<String> STYLES =
            List.of("page", "tables", "controls", "svg", "charts", "devices", "media");

    private static final List<String> DOCUMENT_SCRIPTS =
            List.of("elements", "quantities", "theme", "saving", "sorting", "hints", "explorable", "document");

    private static final List<String> DOCUMENT_STYLES =
            List.of("page", "tables", "controls", "svg", "document", "media");

    private PageResources() {}

    static String template() {
        return text("page/report.html");
    }

    /** For pages whose drawings are in them. */
    static String documentTemplate() {
        return text("page/document.html");
    }

    static String documentScript() {
        return scope(DOCUMENT_SCRIPTS);
    }

    static String documentStyle() {
        return styles(DOCUMENT_STYLES);
    }

    static String script() {
        return scope(SCRIPTS);
    }

    private static String scope(List<String> scripts) {
        return "(() => {\n'use strict';\n\n"
                + scripts.stream().map(name -> text("page/js/" + name + ".js")).collect(Collectors.joining("\n"))
                + "})();\n";
    }

    static String style() {
        return styles(STYLES);
    }

    private static String styles(List<String> names) {
        return names.stream().map(name -> text("page/css/" + name + ".css")).collect(Collectors.joining("\n"));
    }

    static String text(String name) {
        try (InputStream in = PageResources.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            // Browsers see line feeds only, and the content security policy hashes what browsers see.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
