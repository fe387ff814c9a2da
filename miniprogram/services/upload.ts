import { transportFailure } from "./call";
import { cloudPathOf, type Photo } from "./draft";
import { newId } from "./newId";
import { UploadRefused } from "./outbox";

/** Wide enough to read a notice board in the picture, and a few hundred kilobytes. */
const widthMost = 1600;
const quality = 75;

/**
 * Lets the person choose photos, makes them small, and keeps them where a closed app does not lose
 * them.
 * @returns none when the person thought again
 */
export async function choosePhotos(count: number): Promise<Photo[]> {
  const { tempFiles } = await wx
    .chooseMedia({ count, mediaType: ["image"], sizeType: ["compressed"] })
    .catch(cancelled);
  return Promise.all(tempFiles.map(({ tempFilePath }) => keep(tempFilePath)));
}

function cancelled(failure: { errMsg?: string }): { tempFiles: { tempFilePath: string }[] } {
  if (failure.errMsg?.includes("cancel")) return { tempFiles: [] };
  throw failure;
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

/** Photos on their way, so that sending waits for an upload instead of beginning it anew. */
const onTheWay = new Map<string, Promise<string>>();

/**
 * @param onProgress per cent; told to whoever asked first
 * @returns the file id
 * @throws UploadRefused when trying again would not help; anything else means that there is no signal
 */
export function uploadPhoto(
  submissionId: string,
  photo: Photo,
  onProgress: (percent: number) => void = () => {},
): Promise<string> {
  const already = onTheWay.get(photo.id);
  if (already) return already;
  const upload = transfer(submissionId, photo, onProgress).finally(() => onTheWay.delete(photo.id));
  onTheWay.set(photo.id, upload);
  return upload;
}

async function transfer(
  submissionId: string,
  { id, path }: Photo,
  onProgress: (percent: number) => void,
): Promise<string> {
  if (!(await isThere(path))) {
    throw new UploadRefused("有一张照片在手机里找不到了，请删掉它或者重新选");
  }
  return new Promise((resolve, reject) => {
    const task = wx.cloud.uploadFile({
      cloudPath: cloudPathOf(submissionId, id),
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
