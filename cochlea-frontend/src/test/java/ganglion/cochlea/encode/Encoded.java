package ganglion.cochlea.encode;

import ganglion.kernel.event.SpikeRaster;

/** Encodes made-up drives. */
final class Encoded {

    private Encoded() {}

    /** @param drives frame after frame */
    static SpikeRaster raster(SpikeEncoder encoder, int bands, double... drives) {
        SpikeRaster.Builder raster = SpikeRaster.builder(encoder.neurons(bands));
        Encoding encoding = encoder.start(bands);
        for (int tick = 0; tick < drives.length / bands; tick++) {
            encoding.encode(drives, tick * bands, tick, raster::add);
        }
        return raster.build();
    }
}
