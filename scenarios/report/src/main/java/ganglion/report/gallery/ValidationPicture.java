package ganglion.report.gallery;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.validation.DeviceValidation;
import ganglion.hardware.validation.JudgedCase;
import ganglion.hardware.validation.RatioStatistics;
import ganglion.hardware.validation.RatioText;
import ganglion.hardware.validation.ValidationCase;
import ganglion.hardware.validation.ValidationResult;
import ganglion.report.chart.AgreementChart;
import ganglion.report.chart.AgreementChart.Dot;
import ganglion.report.chart.AgreementChart.Kind;

/** The picture of {@code docs/validation.md}: every published measurement beside our estimate. */
public final class ValidationPicture {

    private ValidationPicture() {}

    /** The picture as SVG. */
    public static String svg(ValidationResult validation) {
        return new AgreementChart(
                        validation.devices().stream()
                                .map(ValidationPicture::row)
                                .toList(),
                        RatioStatistics.QUARTER)
                .svg();
    }

    private static AgreementChart.Row row(DeviceValidation device) {
        return new AgreementChart.Row(
                device.profile().name() + " (" + device.reliability().grade() + ")",
                device.reliability().factor(),
                device.cases().stream().map(ValidationPicture::dot).toList());
    }

    private static Dot dot(JudgedCase judged) {
        ValidationCase found = judged.found();
        Dimension dimension = found.measured().dimension();
        Kind kind = !found.isHeldOut() ? Kind.FIT : judged.isInside() ? Kind.INSIDE : Kind.OUTSIDE;
        String hint = found.name() + ": " + QuantityFormat.format(found.estimate(), dimension) + " against "
                + found.measured() + ", ratio " + RatioText.of(found.ratio());
        return new Dot(dimension, found.measured().value(), found.estimate(), judged.factor(), kind, hint);
    }
}
