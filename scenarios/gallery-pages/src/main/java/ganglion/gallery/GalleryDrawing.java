package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that a picture draws of the runs of a scenario. In a plan, an object with one key says which, and has its components as keys. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @Type(name = "spikes", value = SpikesDrawing.class),
    @Type(name = "curve", value = CurveDrawing.class),
    @Type(name = "map", value = MapDrawing.class),
    @Type(name = "membrane", value = MembraneDrawing.class),
    @Type(name = "weight-change", value = WeightChangeDrawing.class),
    @Type(name = "sweep", value = SweepDrawing.class),
    @Type(name = "break-even", value = BreakEvenDrawing.class),
    @Type(name = "decisions", value = DecisionsDrawing.class)
})
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
