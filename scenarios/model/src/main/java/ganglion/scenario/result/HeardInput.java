package ganglion.scenario.result;

import java.util.List;

/**
 * What one audio input heard.
 *
 * @param input name of the input
 * @param segments a segment for each clip of its playlist, in order
 */
public record HeardInput(String input, List<Segment> segments) {

    public HeardInput {
        segments = List.copyOf(segments);
    }
}
