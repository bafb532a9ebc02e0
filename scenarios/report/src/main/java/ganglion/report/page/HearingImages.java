package ganglion.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.Hearing;
import ganglion.cochlea.Spectrogram;
import ganglion.scenario.HeardInput;
import ganglion.scenario.Segment;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * The clips of an input as two images on the run's timeline, a byte a pixel: mel power in decibels, and the drive that the
 * encoder saw, as square roots, which show the small values that matter. Each value 0 to 255 is a share of the range from
 * {@code floor} to {@code ceiling}. Long runs share a column between ticks, which then shows the largest.
 */
final class HearingImages {

    /** What browsers draw as one image without trouble. */
    private static final int MOST_COLUMNS = 16_384;
    /** What keeps a report below 5 MB, whatever is heard. */
    private static final int MOST_PIXELS = 1_000_000;

    /** Range of the mel image below its loudest value; about what an ear and a 16-bit recording have in a room. */
    private static final double RANGE_DECIBELS = 70;

    private final HeardInput input;
    private final int bands;
    private final int columns;
    private final int ticksPerColumn;

    HearingImages(HeardInput input, long ticks) {
        this.input = input;
        this.bands = input.segments().get(0).hearing().bands();
        int most = Math.max(1, Math.min(MOST_COLUMNS, MOST_PIXELS / bands));
        this.ticksPerColumn = Math.toIntExact(Math.max(1, (ticks + most - 1) / most));
        this.columns = Math.toIntExact((ticks + ticksPerColumn - 1) / ticksPerColumn);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("input", input.input());
        json.put("bands", bands);
        json.put("columns", columns);
        json.put("ticksPerColumn", ticksPerColumn);
        ArrayNode centres = json.putArray("bandCentresHertz");
        for (double centre : input.segments().get(0).hearing().bandCentresHertz()) {
            centres.add(centre);
        }
        json.set("mel", melImage());
        json.set("drive", driveImage());
        return json;
    }

    private ObjectNode melImage() {
        double loudest = loudest(Hearing::mel);
        double ceiling = loudest > 0 ? Math.ceil(decibels(loudest)) : 0;
        double floor = ceiling - RANGE_DECIBELS;
        return image(Hearing::mel, floor, ceiling, power -> (decibels(power) - floor) / RANGE_DECIBELS);
    }

    private ObjectNode driveImage() {
        double ceiling = loudest(Hearing::drive);
        return image(Hearing::drive, 0, ceiling, drive -> ceiling == 0 ? 0 : Math.sqrt(Math.max(0, drive) / ceiling));
    }

    private static double decibels(double power) {
        return 10 * Math.log10(power);
    }

    private double loudest(Function<Hearing, Spectrogram> channel) {
        return input.segments().stream()
                .mapToDouble(segment -> channel.apply(segment.hearing()).maximum())
                .max()
                .orElse(0);
    }

    private ObjectNode image(
            Function<Hearing, Spectrogram> channel, double floor, double ceiling, DoubleUnaryOperator share) {
        byte[] pixels = new byte[bands * columns];
        for (Segment segment : input.segments()) {
            draw(channel.apply(segment.hearing()), segment.fromTick(), share, pixels);
        }
        PackedBytes packed = new PackedBytes();
        for (byte pixel : pixels) {
            packed.addByte(pixel);
        }
        ObjectNode image = JsonNodeFactory.instance.objectNode();
        image.put("floor", floor);
        image.put("ceiling", ceiling);
        image.put("packed", packed.toBase64());
        return image;
    }

    /** Draws a clip, band by band as the page reads it; frames beyond the end of the run are not seen. */
    private void draw(Spectrogram clip, long fromTick, DoubleUnaryOperator share, byte[] pixels) {
        for (int frame = 0; frame < clip.frames(); frame++) {
            long column = (fromTick + frame) / ticksPerColumn;
            if (column >= columns) {
                return;
            }
            for (int band = 0; band < Math.min(bands, clip.bands()); band++) {
                int place = band * columns + (int) column;
                int value = pixelValue(share.applyAsDouble(clip.at(frame, band)));
                pixels[place] = (byte) Math.max(value, pixels[place] & 0xff);
            }
        }
    }

    private static int pixelValue(double share) {
        return share > 0 ? (int) Math.round(255 * Math.min(1, share)) : 0;
    }
}
