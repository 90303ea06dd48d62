package iris.ui.gallery;

import iris.alarm.Board;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.theme.Theme;
import iris.ui.wall.Look;
import iris.ui.wall.WallModel;
import iris.ui.wall.WallView;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Hangs a board on the wall and takes a picture of it. */
public record Hang(Board board, int width, int height, Theme theme, Lang lang, Look look) {
  public Picture picture() throws ExecutionException, InterruptedException {
    return OffScreen.call(() -> {
      WallView wall = new WallView(Words.of(lang, ZoneId.of("Europe/Paris")), look);
      wall.show(WallModel.of(board, Exhibits.NOW));
      wall.tick(Exhibits.NOW);
      return Picture.of(wall, width, height, theme, List.of());
    });
  }
}
