package ganglion.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.Spectrogram;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import ganglion.scenario.result.Clip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** The data of the drawings of a page: rasters, spectrograms and membrane potentials, packed. */
public final class DrawingDocument {

    private DrawingDocument() {}

    /**
     * The data of all panels.
     *
     * @param clips clips of the run; those of sound are drawn, input by input
     * @param spikes the spikes of spikes.csv, all of which are drawn
     * @param membranes recorded membrane potentials
     * @return with an empty list {@code curves}
     */
    public static ObjectNode of(List<Clip> clips, RecordedSpikes spikes, List<MembraneTrace> membranes) {
        long ticks = spikes.ticks();
        ObjectNode drawing = JsonNodeFactory.instance.objectNode();
        ArrayNode hearings = drawing.putArray("hearings");
        clips.stream()
                .filter(Clip::isSound)
                .collect(Collectors.groupingBy(Clip::input, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(sounds -> hearings.add(new CochleaImages(sounds, ticks).toJson()));
        ArrayNode rasters = drawing.putArray("rasters");
        for (PopulationSpikes population : spikes.populations()) {
            ObjectNode raster = rasters.addObject();
            raster.put("population", population.population());
            raster.put("spikes", population.raster().size());
            raster.put("packed", packed(population.raster()));
        }
        ArrayNode images = drawing.putArray("membranes");
        membranes.forEach(trace -> images.add(MembraneImage.of(trace, ticks)));
        drawing.putArray("curves");
        return drawing;
    }

    /**
     * Ticks first, each as the difference to the one before; then neurons, each as the difference to the one before in the
     * same tick. Small differences compress best: about 1.5 bytes per spike of a busy raster.
     */
    private static String packed(SpikeRaster raster) {
        PackedBytes bytes = new PackedBytes();
        long tick = 0;
        for (int i = 0; i < raster.size(); i++) {
            bytes.addNumber(raster.tick(i) - tick);
            tick = raster.tick(i);
        }
        for (int i = 0; i < raster.size(); i++) {
            boolean sameTick = i > 0 && raster.tick(i) == raster.tick(i - 1);
            bytes.addNumber(raster.neuron(i) - (sameTick ? raster.neuron(i - 1) : 0));
        }
        return bytes.toBase64();
    }

    /**
     * The clips of an input as two images on the run's timeline: mel power in decibels, and the input of the encoder as
     * square roots, which make small values visible.
     */
    private static final class CochleaImages {

        /** Range of the mel image below its loudest value; about what an ear and a 16-bit recording have in a room. */
        private static final double RANGE_DECIBELS = 70;

        private final List<Clip> clips;
        private final long ticks;

        /** @param clips the clips of sound of one input, at least one */
        CochleaImages(List<Clip> clips, long ticks) {
            this.clips = clips;
            this.ticks = ticks;
        }

        ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("input", clips.get(0).input());
            emptyImage().putShape(json);
            ArrayNode centres = json.putArray("bandCentresHertz");
            for (double centre : clips.get(0).output().bandCentresHertz()) {
                centres.add(centre);
            }
            json.set("mel", melImage());
            json.set("drive", driveImage());
            return json;
        }

        private TimelineImage emptyImage() {
            return new TimelineImage(clips.get(0).output().bands(), ticks);
        }

        private ObjectNode melImage() {
            double loudest = loudest(CochleaOutput::mel);
            double ceiling = loudest > 0 ? Math.ceil(decibels(loudest)) : 0;
            double floor = ceiling - RANGE_DECIBELS;
            return image(CochleaOutput::mel, power -> (decibels(power) - floor) / RANGE_DECIBELS)
                    .toJson(floor, ceiling);
        }

        private ObjectNode driveImage() {
            double ceiling = loudest(CochleaOutput::drive);
            return image(CochleaOutput::drive, drive -> ceiling == 0 ? 0 : Math.sqrt(Math.max(0, drive) / ceiling))
                    .toJson(0, ceiling);
        }

        private static double decibels(double power) {
            return 10 * Math.log10(power);
        }

        private double loudest(Function<CochleaOutput, Spectrogram> channel) {
            return clips.stream()
                    .mapToDouble(clip -> channel.apply(clip.output()).maximum())
                    .max()
                    .orElse(0);
        }

        private TimelineImage image(Function<CochleaOutput, Spectrogram> channel, DoubleUnaryOperator share) {
            TimelineImage image = emptyImage();
            for (Clip clip : clips) {
                Spectrogram picture = channel.apply(clip.output());
                for (int frame = 0; frame < picture.frames(); frame++) {
                    for (int band = 0; band < picture.bands(); band++) {
                        image.draw(clip.tickOf(frame), band, share.applyAsDouble(picture.at(frame, band)));
                    }
                }
            }
            return image;
        }
    }

    /**
     * Recorded membrane potentials as an image on the run's timeline. Strong inhibition can drive potentials far below zero,
     * where they do not matter for a spike. So the range reaches as far below zero as above it; lower potentials are drawn as its
     * lower end.
     */
    private static final class MembraneImage {

        private MembraneImage() {}

        static ObjectNode of(MembraneTrace trace, long ticks) {
            double highest = Arrays.stream(trace.potentials()).max().orElse(0);
            double lowest = Arrays.stream(trace.potentials()).min().orElse(0);
            double floor = highest > 0 ? Math.max(lowest, -highest) : lowest;
            double range = highest - floor;
            TimelineImage image = new TimelineImage(trace.neuronCount(), ticks);
            for (int tick = 0; tick < trace.ticks(); tick++) {
                for (int neuron = 0; neuron < trace.neuronCount(); neuron++) {
                    image.draw(tick, neuron, range > 0 ? (trace.at(tick, neuron) - floor) / range : 0);
                }
            }
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("population", trace.population());
            image.putShape(json);
            json.set("potential", image.toJson(floor, highest));
            return json;
        }
    }

    /**
     * Values over rows and the ticks of a run as an image of one byte per pixel, row after row. Long runs share a column between
     * ticks, which then shows the largest, so that no peak is lost.
     */
    private static final class TimelineImage {

        /** The widest image that all browsers draw. */
        private static final int MOST_COLUMNS = 16_384;
        /** Keeps a report below 5 MB, whatever the image shows. */
        private static final int MOST_PIXELS = 1_000_000;

        private final int rows;
        private final int columns;
        private final int ticksPerColumn;
        private final byte[] pixels;

        TimelineImage(int rows, long ticks) {
            int most = Math.max(1, Math.min(MOST_COLUMNS, MOST_PIXELS / rows));
            this.rows = rows;
            this.ticksPerColumn = Math.toIntExact(Math.max(1, (ticks + most - 1) / most));
            this.columns = Math.toIntExact((ticks + ticksPerColumn - 1) / ticksPerColumn);
            this.pixels = new byte[rows * columns];
        }

        /** Puts the size, which all images of the same rows and ticks share. */
        void putShape(ObjectNode target) {
            target.put("rows", rows);
            target.put("columns", columns);
            target.put("ticksPerColumn", ticksPerColumn);
        }

        /** Draws a value as its share of the range; shares below 0 count as 0, shares above 1 as 1. */
        void draw(long tick, int row, double share) {
            long column = tick / ticksPerColumn;
            if (column >= columns || row >= rows) {
                return;
            }
            int place = row * columns + (int) column;
            int value = share > 0 ? (int) Math.round(255 * Math.min(1, share)) : 0;
            pixels[place] = (byte) Math.max(value, pixels[place] & 0xff);
        }

        /** The pixels, and the values that 0 and 255 stand for. */
        ObjectNode toJson(double floor, double ceiling) {
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
    }

    /** Bulk data for the page: gzip in base64, unpacked by {@code decoding.js}. */
    static final class PackedBytes {

        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private final OutputStream packing;
        private final byte[] buffer = new byte[1 << 14];
        private int filled;

        PackedBytes() {
            try {
                packing = new GZIPOutputStream(Base64.getEncoder().wrap(text), 1 << 14);
            } catch (IOException e) {
                throw new UncheckedIOException("memory does not fail", e);
            }
        }

        /** Adds a number as little-endian groups of seven bits, the last with its highest bit clear (LEB128). */
        void addNumber(long number) {
            if (number < 0) {
                throw new IllegalArgumentException("only numbers from 0 can be packed, not " + number);
            }
            long rest = number;
            while (rest > 127) {
                addByte((int) (rest & 127 | 128));
                rest >>>= 7;
            }
            addByte((int) rest);
        }

        /** Adds the low eight bits of a number. */
        void addByte(int value) {
            if (filled == buffer.length) {
                flush();
            }
            buffer[filled++] = (byte) value;
        }

        /** The compressor is native code: a call per byte would take most of the time. */
        private void flush() {
            try {
                packing.write(buffer, 0, filled);
            } catch (IOException e) {
                throw new UncheckedIOException("memory does not fail", e);
            }
            filled = 0;
        }

        /** All that was added; nothing can be added afterwards. */
        String toBase64() {
            flush();
            try {
                packing.close();
            } catch (IOException e) {
                throw new UncheckedIOException("memory does not fail", e);
            }
            return text.toString(StandardCharsets.US_ASCII);
        }
    }
}
