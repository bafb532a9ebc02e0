package ganglion.report.picture;

import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.report.page.Html;
import ganglion.report.page.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** The output of the cochlea as a page: for each clip the picture, and the sound to play, all in one file. */
public final class HearingPage {

    /** A longer sound has no player: a page of many such would not open. */
    private static final double LONGEST_PLAYED_SECONDS = 120;

    private HearingPage() {}

    /**
     * Writes the page. The file appears complete or not at all; a file of that name is replaced.
     *
     * @param heard at least one clip, in the order of the page
     * @throws IOException saying in one line why nothing was written
     */
    public static void write(List<NamedHearing> heard, Path file) throws IOException {
        String names = heard.size() == 1 ? heard.get(0).name() : heard.size() + " sounds";
        int spikes = heard.stream()
                .mapToInt(sound -> sound.hearing().spikes().size())
                .sum();
        Page page = new Page(names + ", heard")
                .head("Hearing", names, "")
                .remark(heard.size() + (heard.size() == 1 ? " sound gives " : " sounds give ") + spikes + " spikes.");
        double seconds =
                heard.stream().mapToDouble(HearingPicture::seconds).max().orElseThrow();
        for (NamedHearing sound : heard) {
            page.card(sound.name(), card(sound, seconds));
        }
        FilePublisher.publishText(file, page.withMedia().markup(""));
    }

    private static String card(NamedHearing sound, double seconds) throws IOException {
        CochleaOutput hearing = sound.hearing();
        AudioClip audio = hearing.audio();
        StringBuilder card = new StringBuilder("<p class=\"lead\">");
        card.append(Html.escaped(QuantityFormat.format(audio.durationSeconds(), Dimension.TIME) + " at "
                        + QuantityFormat.format(audio.sampleRateHertz(), Dimension.FREQUENCY) + ", "
                        + hearing.bands() + " bands, " + hearing.spikes().size() + " spikes."))
                .append("</p>\n");
        if (audio.durationSeconds() <= LONGEST_PLAYED_SECONDS) {
            card.append("<audio controls preload=\"metadata\" aria-label=\"" + Html.escaped(sound.name())
                    + "\" src=\"data:audio/wav;base64,"
                    + Base64.getEncoder().encodeToString(WaveWriter.bytes(audio)) + "\"></audio>\n");
        } else {
            card.append("<p class=\"detail\">Sounds of more than "
                    + QuantityFormat.format(LONGEST_PLAYED_SECONDS, Dimension.TIME) + " are not played here.</p>\n");
        }
        return card.append(HearingPicture.sheet(sound, seconds).figure()).toString();
    }
}
