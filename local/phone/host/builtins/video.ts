import { builtin, type Part } from "./builtin.ts";
import { registerContext } from "./contexts.ts";
import { ownerOf } from "./owner.ts";
import { anything, flag, number, text } from "./properties.ts";

const properties = {
  src: text(),
  duration: anything(),
  controls: flag(true),
  autoplay: flag(),
  loop: flag(),
  muted: flag(),
  initialTime: number(),
  direction: anything(),
  objectFit: text("contain"),
  poster: text(),
  title: text(),
  showProgress: flag(true),
  showFullscreenBtn: flag(true),
  showPlayBtn: flag(true),
  showCenterPlayBtn: flag(true),
  showMuteBtn: flag(),
  enableProgressGesture: flag(true),
  enablePlayGesture: flag(),
  vslideGesture: flag(),
  vslideGestureInFullscreen: flag(true),
  pictureInPictureMode: anything(),
  playBtnPosition: text("bottom"),
  autoPauseIfNavigate: flag(true),
  autoPauseIfOpenNative: flag(true),
};

type Video = Part<typeof properties>;

/** Plays a film with the browser's own controls; a tap on it plays and pauses. */
export const video = builtin({
  tag: "video",
  properties,
  mount(part) {
    const { component, dom, platform, values } = part;
    const player = document.createElement("video");
    player.playsInline = true;
    player.preload = "metadata";
    dom.append(player);
    tellEvents(part, player);
    registerContext(dom, playerContext(player));

    const load = async (src: string, into: "src" | "poster") => {
      const url = src ? await platform.files.urlOf(src, ownerOf(component)?.is) : "";
      if (values()[into] === src && player[into] !== url) player[into] = url;
    };
    return {
      update(now, before) {
        player.controls = now.controls;
        player.autoplay = now.autoplay;
        player.loop = now.loop;
        player.muted = now.muted;
        player.style.objectFit = now.objectFit;
        for (const into of ["src", "poster"] as const) {
          if (now[into] === before[into]) continue;
          load(now[into], into).catch((error) => platform.phone.report(error));
        }
      },
    };
  },
});

function tellEvents({ values, emit }: Video, player: HTMLVideoElement): void {
  const on = (type: string, tell: () => void) => player.addEventListener(type, tell);
  on("play", () => emit("play"));
  on("pause", () => emit("pause"));
  on("ended", () => emit("ended"));
  on("waiting", () => emit("waiting"));
  on("timeupdate", () => {
    emit("timeupdate", { currentTime: player.currentTime, duration: player.duration });
  });
  on("progress", () => {
    const { buffered, duration } = player;
    const end = buffered.length > 0 ? buffered.end(buffered.length - 1) : 0;
    emit("progress", { buffered: duration > 0 ? (end / duration) * 100 : 0 });
  });
  on("loadedmetadata", () => {
    if (values().initialTime > 0) player.currentTime = values().initialTime;
    const { videoWidth, videoHeight, duration } = player;
    emit("loadedmetadata", { width: videoWidth, height: videoHeight, duration });
  });
  on("error", () => emit("error", { errMsg: player.error?.message || "MEDIA_ERR" }));
  on("fullscreenchange", () => {
    const fullScreen = document.fullscreenElement === player;
    emit("fullscreenchange", { fullScreen, direction: "vertical" });
  });
}

/** VideoContext, without what a phone's own player would add (picture in picture, casting). */
function playerContext(player: HTMLVideoElement): object {
  return {
    play: () => void player.play(),
    pause: () => player.pause(),
    stop() {
      player.pause();
      player.currentTime = 0;
    },
    seek(seconds: number) {
      player.currentTime = seconds;
    },
    playbackRate(rate: number) {
      player.playbackRate = rate;
    },
    requestFullScreen: () => void player.requestFullscreen(),
    exitFullScreen: () => void document.exitFullscreen(),
  };
}
