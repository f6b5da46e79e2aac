package backprop.grade.submission;

import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of the student's cells are the assignment's, and what differs. */
final class Matching {
  private final Map<String, Cell> known = new LinkedHashMap<>();
  private final Map<String, List<Notebook.Cell>> twins = new LinkedHashMap<>();
  private final Map<String, Notebook.Cell> taken = new LinkedHashMap<>();
  private final Map<String, List<Notebook.Cell>> extras = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();

  Matching(Assignment assignment, Notebook notebook) {
    assignment.cells().stream().filter(Cell::known).forEach(cell -> known.put(cell.id(), cell));
    notebook.cells().stream().filter(cell -> known.containsKey(cell.id()))
        .forEach(cell -> twins.computeIfAbsent(cell.id(), none -> new ArrayList<>()).add(cell));
    twins.forEach((id, cells) -> taken.put(id, first(known.get(id), cells)));
    attach(notebook);
    List<String> moved = Moved.ids(List.copyOf(known.keySet()),
        notebook.cells().stream().filter(cell -> cell.equals(taken.get(cell.id()))).map(Notebook.Cell::id).toList());
    known.values().forEach(cell -> compare(cell, moved.contains(cell.id())));
  }

  /** The cell that counts as the assignment's. */
  Optional<Notebook.Cell> student(String id) {
    return Optional.ofNullable(taken.get(id));
  }

  /** The student's text for a cell; for a written answer the text of all that have its id. */
  String answer(Cell cell) {
    if (cell.code()) { return student(cell.id()).map(Notebook.Cell::source).orElse(""); }
    return twins.getOrDefault(cell.id(), List.of()).stream().map(Notebook.Cell::source)
        .collect(Collectors.joining("\n\n"));
  }

  /** The student's own cells with code that follow a cell of the assignment; those in front for an empty id. */
  List<Notebook.Cell> extras(String id) {
    return extras.getOrDefault(id, List.of());
  }

  List<String> remarks() { return List.copyOf(remarks); }

  /** The first of the right kind, else the first. */
  private static Notebook.Cell first(Cell source, List<Notebook.Cell> cells) {
    return cells.stream().filter(cell -> cell.code() == source.code()).findFirst().orElse(cells.get(0));
  }

  private void attach(Notebook notebook) {
    String place = "";
    for (Notebook.Cell cell : notebook.cells()) {
      if (cell.equals(taken.get(cell.id()))) {
        place = cell.id();
      } else if (cell.code() && !writtenAnswer(cell)) {
        extras.computeIfAbsent(place, none -> new ArrayList<>()).add(cell);
        if (!cell.id().isEmpty() && !known.containsKey(cell.id())) {
          remarks.add("Cell %d is named %s, which is no cell of this assignment; it ran as one of your own."
              .formatted(cell.position(), Texts.quoted(cell.id())));
        }
      }
    }
  }

  private boolean writtenAnswer(Notebook.Cell cell) {
    return known.containsKey(cell.id()) && !known.get(cell.id()).code();
  }

  private void compare(Cell source, boolean moved) {
    List<Notebook.Cell> cells = twins.getOrDefault(source.id(), List.of());
    if (cells.isEmpty()) {
      remarks.add(Remarks.missing(source));
      return;
    }
    Remarks.kind(source, taken.get(source.id())).ifPresent(remarks::add);
    Remarks.place(source, taken.get(source.id()), moved).ifPresent(remarks::add);
    if (cells.size() > 1) { remarks.add(Remarks.twins(source, cells.size(), taken.get(source.id()))); }
  }
}
