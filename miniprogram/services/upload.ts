import { transportFailure } from "./call";
import { announce } from "./dialogs";
import { cloudPathOf, type Photo } from "./draft";
import { newId } from "./newId";
import { UploadRefused } from "./outbox";

/** Wide enough to read a notice board in the picture, and a few hundred kilobytes. */
const widthMost = 1600;
const quality = 75;

/** A film's length at the most, in seconds; WeChat holds to it when filming, and not in the album. */
export const secondsMost = 60;

/** What a minute of a phone's compressed film takes, and twice that. */
const filmBytesMost = 50 * 1024 * 1024;

type Chosen = Readonly<{
  tempFilePath: string;
  thumbTempFilePath: string;
  duration: number;
  size: number;
}>;

/**
 * Lets the person choose photos, makes them small, and keeps them where a closed app does not lose
 * them.
 * @returns none when the person thought again, or did not agree to the privacy guideline
 */
export async function choosePhotos(count: number): Promise<Photo[]> {
  const { tempFiles } = await wx
    .chooseMedia({ count, mediaType: ["image"], sizeType: ["compressed"] })
    .catch(noneChosen);
  return Promise.all(tempFiles.map(({ tempFilePath }) => keep(tempFilePath)));
}

/** A film and the picture that stands for it. */
export type Film = Readonly<{ film: Photo; cover: Photo; seconds: number }>;

/**
 * Lets the person choose or take a film of a minute at the most.
 * @returns undefined when the person thought again, did not agree, or chose one that is too long
 */
export async function chooseFilm(): Promise<Film | undefined> {
  const { tempFiles } = await wx
    .chooseMedia({
      ...{ count: 1, mediaType: ["video"], sizeType: ["compressed"], maxDuration: secondsMost },
    })
    .catch(noneChosen);
  const [chosen] = tempFiles;
  if (!chosen) return undefined;
  if (chosen.duration > secondsMost + 0.5) {
    announce(`视频最长${secondsMost}秒，请剪短再放`);
    return undefined;
  }
  if (chosen.size > filmBytesMost) {
    announce("视频太大了，请拍清晰度低一点的");
    return undefined;
  }
  const cover = await keep(chosen.thumbTempFilePath);
  const film: Photo = { kind: "here", id: newId(), path: await saved(chosen.tempFilePath) };
  const seconds = Math.min(secondsMost, Math.max(1, Math.round(chosen.duration)));
  return { film, cover, seconds };
}

function noneChosen({ errMsg = "" }: { errMsg?: string }): { tempFiles: Chosen[] } {
  if (errMsg.includes("cancel")) return { tempFiles: [] };
  if (!errMsg.includes("privacy")) throw new Error(errMsg);
  announce("没有同意，就不能放照片；别的都能用");
  return { tempFiles: [] };
}

async function keep(path: string): Promise<Photo> {
  const { width } = await wx.getImageInfo({ src: path });
  const { tempFilePath } = await wx.compressImage({
    src: path,
    quality,
    ...(width > widthMost && { compressedWidth: widthMost }),
  });
  return { kind: "here", id: newId(), path: await saved(tempFilePath) };
}

const saved = (tempFilePath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(String(savedFilePath)),
      fail: reject,
    });
  });

/** Files on their way, so that sending waits for an upload instead of beginning it anew. */
const onTheWay = new Map<string, Promise<string>>();

/**
 * @param onProgress per cent; told to whoever asked first
 * @returns the file id
 * @throws UploadRefused when trying again would not help; anything else means that there is no signal
 */
export const uploadPhoto = (
  submissionId: string,
  { id, path }: Photo,
  onProgress: (percent: number) => void = () => {},
): Promise<string> => uploadFile(cloudPathOf(submissionId, id), path, onProgress);

/** The same for any file of this phone, to a path of ours in the cloud. */
export function uploadFile(
  cloudPath: string,
  path: string,
  onProgress: (percent: number) => void = () => {},
): Promise<string> {
  const already = onTheWay.get(cloudPath);
  if (already) return already;
  const upload = transfer(cloudPath, path, onProgress).finally(() => onTheWay.delete(cloudPath));
  onTheWay.set(cloudPath, upload);
  return upload;
}

async function transfer(
  cloudPath: string,
  path: string,
  onProgress: (percent: number) => void,
): Promise<string> {
  if (!(await isThere(path))) {
    throw new UploadRefused("有一张照片在手机里找不到了，请删掉它或者重新选");
  }
  return new Promise((resolve, reject) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath: path,
      success: ({ fileID }) => resolve(fileID),
      fail(failure) {
        const { code } = transportFailure(failure);
        reject(code === "no_signal" ? failure : new UploadRefused("照片没有传上去，请稍后再试"));
      },
    });
    task.onProgressUpdate(({ progress }) => onProgress(progress));
  });
}

const isThere = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    wx.getFileSystemManager().access({
      path,
      success: () => resolve(true),
      fail: () => resolve(false),
    });
  });
