package ganglion.live.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of the page by their path in the address. Colours, theme and words for numbers are those of the report. */
final class PageFiles {

    private static final String OWN = "/ganglion/live/page/";
    private static final String REPORT = "/ganglion/report/page/";

    private static final List<String> MODULES = List.of(
            "main",
            "connection",
            "decode",
            "store",
            "view",
            "layout",
            "tiles",
            "lines",
            "strip",
            "timeline",
            "pointer",
            "keys",
            "decision",
            "figures",
            "controls",
            "notices",
            "session");

    private static final List<String> REPORT_SCRIPTS = List.of("theme", "palette", "elements", "quantities");

    private final Map<String, PageFile> files = new HashMap<>();

    PageFiles() {
        files.put("/", PageFile.read("text/html; charset=utf-8", OWN + "live.html"));
        files.put("/icon.svg", PageFile.read("image/svg+xml", OWN + "icon.svg"));
        files.put("/live.css", PageFile.read("text/css; charset=utf-8", OWN + "live.css"));
        files.put("/page.css", PageFile.read("text/css; charset=utf-8", REPORT + "css/page.css"));
        MODULES.forEach(name -> files.put("/" + name + ".js", script(OWN + name + ".js")));
        REPORT_SCRIPTS.forEach(name -> files.put("/report-" + name + ".js", script(REPORT + "js/" + name + ".js")));
    }

    private static PageFile script(String resource) {
        return PageFile.read("text/javascript; charset=utf-8", resource);
    }

    /** The file at a path, or null. */
    PageFile at(String path) {
        return files.get(path);
    }

    /** Sum of the sizes. */
    long bytes() {
        return files.values().stream().mapToLong(file -> file.bytes().length).sum();
    }

    /**
     * A file of the page.
     *
     * @param type media type
     * @param bytes its content
     */
    record PageFile(String type, byte[] bytes) {

        /** Reads a resource. */
        static PageFile read(String type, String resource) {
            try (InputStream in = PageFile.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("the page lacks " + resource);
                }
                return new PageFile(type, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
