package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the page of a scenario in the gallery shows of it: read from {@code NAME.picture.yaml} beside {@code NAME.yaml}. Without such a
 * file the page has the raster of all spikes.
 *
 * @param file where it was read from; empty without a file
 * @param lookAt one sentence on what to look at, in Markdown; empty for none
 * @param papers where the phenomenon was described
 * @param drawings the pictures, the first of them also a thumbnail; at least one
 */
record PicturePlan(Optional<Document> file, String lookAt, List<CitedPaper> papers, List<GalleryDrawing> drawings) {

    private static final String ENDING = ".picture.yaml";

    /** Takes copies of the lists. */
    public PicturePlan {
        papers = List.copyOf(papers);
        drawings = List.copyOf(drawings);
    }

    /**
     * A paper.
     *
     * @param text authors, journal and year
     * @param doi its digital object identifier, such as {@code 10.1038/78829}; empty if it has none
     */
    public record CitedPaper(@JsonProperty(required = true) String text, String doi) {

        private static final String DOI = "(10\\.[0-9]{4,9}/[A-Za-z0-9.;()/:_-]+)?";

        /** Refuses an identifier with characters that need quoting in a link. */
        public CitedPaper {
            if (!doi.matches(DOI)) {
                throw new IllegalArgumentException("found \"" + doi + "\", expected a DOI such as 10.1038/78829");
            }
        }

        /** The paper as a link in Markdown. */
        String link() {
            return doi.isEmpty()
                    ? Markdown.inline(text)
                    : "[" + Markdown.inline(text) + "](https://doi.org/" + doi + ")";
        }
    }

    /**
     * The plan for a scenario.
     *
     * @param scenario the scenario file
     * @throws InputException with everything that is wrong with the plan
     */
    public static PicturePlan beside(Path scenario) throws InputException {
        Path file = scenario.resolveSibling(
                scenario.getFileName().toString().replaceAll("\\.(yaml|yml|json)$", "") + ENDING);
        if (!Files.isRegularFile(file)) {
            List<GalleryDrawing> raster = List.of(new SpikesDrawing(
                    List.of(),
                    OptionalInt.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    List.of()));
            return new PicturePlan(Optional.empty(), "", List.of(), raster);
        }
        Document document = new DocumentReader().read(file);
        Written written = PlanMapper.read(document, Written.class);
        if (written.pictures().isEmpty()) {
            throw new InputException(document.problem("/pictures", "found no pictures, expected at least one"));
        }
        return new PicturePlan(Optional.of(document), written.lookAt().strip(), written.papers(), written.pictures());
    }

    /** The document. */
    private record Written(String lookAt, List<CitedPaper> papers, List<GalleryDrawing> pictures) {}

    /** Whether a picture draws more than the first run of a sweep. */
    public boolean drawsAllRuns() {
        return drawings.stream().anyMatch(GalleryDrawing::drawsAllRuns);
    }

    /**
     * The pictures as SVG files, on white, with {@link GalleryPage#MARK} at the end.
     *
     * @throws InputException if the runs do not have what a picture draws
     */
    public List<String> svgs(GalleryRuns runs) throws InputException {
        List<String> svgs = new ArrayList<>();
        for (int i = 0; i < drawings.size(); i++) {
            try {
                svgs.add(drawings.get(i).svg(runs) + GalleryPage.MARK + "\n");
            } catch (IllegalArgumentException e) {
                if (file.isEmpty()) {
                    throw e;
                }
                throw new InputException(file.get().problem("/pictures/" + i, e.getMessage()));
            }
        }
        return svgs;
    }
}
