package backprop.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Looks into pictures: the pixels of a PNG, the elements of an SVG. */
public final class Pictures {
    private Pictures() {}

    static byte[] bytes(String src) {
        return Base64.getDecoder().decode(src.substring(src.indexOf(',') + 1));
    }

    /** The pixels of a PNG's data: address. */
    static BufferedImage pixels(String src) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes(src)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    /** Where pixels of a colour are: as x, for each. */
    static int[] columnsOf(BufferedImage image, int rgb) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> rgb(image, i % image.getWidth(), i / image.getWidth()) == rgb)
                .map(i -> i % image.getWidth())
                .toArray();
    }

    /** The elements of a name in an SVG, which must be well-formed. */
    public static List<Element> elements(Figure figure, String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            Document svg = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(figure.src())));
            return IntStream.range(0, svg.getElementsByTagName(name).getLength())
                    .mapToObj(i -> (Element) svg.getElementsByTagName(name).item(i))
                    .toList();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("the SVG is not well-formed", e);
        }
    }

    /** The texts of an SVG, in order, without empty ones. */
    public static List<String> texts(Figure figure) {
        return elements(figure, "text").stream()
                .map(Element::getTextContent)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The one text element that says this. */
    public static Element text(Figure figure, String text) {
        return elements(figure, "text").stream()
                .filter(element -> element.getTextContent().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no text " + text + " in " + texts(figure)));
    }
}
