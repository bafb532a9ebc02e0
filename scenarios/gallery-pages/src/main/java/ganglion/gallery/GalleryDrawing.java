package ganglion.gallery;

/** Something that a picture draws of the runs of a scenario. */
interface GalleryDrawing {

    /** Width of a picture between its axes, in pixels. */
    int WIDTH = 520;

    /** Height of most pictures between their axes, in pixels. */
    int HEIGHT = 220;

    /**
     * The picture as an SVG file.
     *
     * @throws IllegalArgumentException saying what was found and what was expected, if the runs do not have what it draws
     */
    String svg(GalleryRuns runs);

    /** Whether it draws more than the first run of a sweep. */
    default boolean drawsAllRuns() {
        return false;
    }
}
