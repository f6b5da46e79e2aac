package backprop.data;

import java.util.List;

/** The columns of a file or table, found by name. */
final class Columns {
  private static final int MOST_NAMES = 12;

  private Columns() {}

  /** The place of a column, from 0. */
  static int index(String file, List<String> columns, String wanted) {
    int index = columns.indexOf(wanted);
    if (index < 0) {
      throw new DataException(
          file
              + ": must have a column "
              + DataException.quoted(wanted)
              + ", its columns are "
              + text(columns));
    }
    return index;
  }

  /** The columns of inputs: all but the one of labels. */
  static String[] without(String file, List<String> columns, String labelColumn) {
    if (columns.size() == 1) {
      throw new DataException(
          file + ": must have columns of inputs beside " + labelColumn + ", got none");
    }
    return columns.stream().filter(column -> !column.equals(labelColumn)).toArray(String[]::new);
  }

  /** The names of the columns, of very many the first and the last. */
  static String text(List<String> columns) {
    if (columns.size() <= MOST_NAMES) {
      return String.join(", ", columns);
    }
    String first = String.join(", ", columns.subList(0, MOST_NAMES - 1));
    return first + ", …, " + columns.get(columns.size() - 1);
  }
}
