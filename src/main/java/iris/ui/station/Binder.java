package iris.ui.station;

import iris.ui.acts.Signature;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import java.util.List;
import java.util.Optional;

/** The pages in one language, and the view around them; another binder follows when the language changes. */
final class Binder {
  final Words words;
  final StationView view;
  final Signature author;
  private final List<Page> pages;
  private final Rail rail;
  private int open;

  Binder(Ports ports, Words words, WindowOptions options, List<Page.Making> makings) {
    this.words = words;
    pages = makings.stream().map(m -> m.make(ports, words)).toList();
    rail = new Rail(pages, words, page -> open(pages.indexOf(page)));
    author = new Signature(ports, words);
    view = new StationView(words, options, rail, author);
    open(0);
  }

  int size() {
    return pages.size();
  }

  int at() {
    return open;
  }

  Page page() {
    return pages.get(open);
  }

  Optional<Page> page(String id) {
    return pages.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  void open(String id) {
    page(id).ifPresent(page -> open(pages.indexOf(page)));
  }

  void open(int at) {
    if (at < 0 || at >= pages.size()) return;
    open = at;
    rail.select(at);
    view.unhelp();
    view.page(page().root());
    page().focus();
  }

  void show(Seen seen) {
    for (int i = 0; i < pages.size(); i++) rail.waiting(i, pages.get(i).waiting(seen));
    page().show(seen);
  }

  /** Goes on where the binder before stopped. */
  void resume(Binder before) {
    open(before.page().id());
    for (Page page : pages) before.page(page.id()).ifPresent(page::resume);
  }

  void close() {
    pages.forEach(Page::close);
  }
}
