package backprop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws the results of {@code course bench}: a point for the median of each program on each net, on a logarithmic
 * scale. The ground is white, so that it is legible on a dark page too; the programs differ in their markers, and in
 * the Okabe-Ito colours.
 */
public final class Plot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final int SCALE = 2;
    private static final Color INK = new Color(0x1A1A1A);

    private record Look(Color color, Marker marker) {}

    private static final Map<String, Look> LOOKS = new LinkedHashMap<>();

    static {
        LOOKS.put("products", new Look(new Color(0x5F5F5F), SeriesMarkers.CROSS));
        LOOKS.put("kit", new Look(new Color(0x0072B2), SeriesMarkers.CIRCLE));
        LOOKS.put("numpy", new Look(new Color(0x009E73), SeriesMarkers.SQUARE));
        LOOKS.put("pytorch", new Look(new Color(0xD55E00), SeriesMarkers.DIAMOND));
    }

    private Plot() {}

    /** Reads the results in the first file, and writes the picture into the second. */
    public static void main(String[] args) throws IOException {
        CategoryChart chart = chart(new ObjectMapper().readTree(new File(args[0])));
        BufferedImage image = new BufferedImage(SCALE * WIDTH, SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(SCALE, SCALE);
        chart.paint(g, WIDTH, HEIGHT);
        g.dispose();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", new File(args[1]));
    }

    private static CategoryChart chart(JsonNode results) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("One step of training, median time in µs (lower is faster)")
                .build();
        style(chart.getStyler());
        Map<String, Map<String, Double>> medians = new LinkedHashMap<>();
        for (JsonNode row : results) {
            String net = row.get("net").asText() + " m=" + row.get("m").asInt();
            if (row.get("net").asText().contains(" ")) {
                continue; // an extra row, such as "adam 784-100-10": it is in the table alone
            }
            medians.computeIfAbsent(net, key -> new LinkedHashMap<>())
                    .put(row.get("program").asText(), median(row.get("us")));
        }
        List<String> nets = List.copyOf(medians.keySet());
        LOOKS.forEach((program, look) -> {
            List<Double> values = new ArrayList<>(); // with null where it was not measured
            medians.values().forEach(row -> values.add(row.get(program)));
            if (values.stream().anyMatch(Objects::nonNull)) {
                CategorySeries series = chart.addSeries(program, nets, values);
                series.setMarker(look.marker()).setMarkerColor(look.color());
                series.setLineColor(look.color());
            }
        });
        return chart;
    }

    private static double median(JsonNode us) {
        double[] sorted = StreamSupport.stream(us.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .sorted()
                .toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static void style(CategoryStyler styler) {
        styler.setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
        styler.setYAxisLogarithmic(true);
        styler.setMarkerSize(11);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(new Color(0xDDDDDD));
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setXAxisLabelRotation(20);
    }
}
